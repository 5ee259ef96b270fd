internal import CJSONScan

extension JSONRecordScanner {
  /// Splits the record that begins with the `{` at `start`. `isLast` says that the bytes go to the
  /// end of the file.
  ///
  /// - Complexity: O(*n*) in the record's bytes; allocates only when a key is new.
  public mutating func scan(
    _ bytes: borrowing Span<UInt8>, from start: Int, isLast: Bool
  ) -> Outcome {
    precondition(start >= 0 && start <= bytes.count, "a record begins within its bytes")
    progress = Progress()
    record += 1
    end = start
    guard bytes.count <= Int32.max else { return .unusual }
    switch read(bytes) {
    case .done: return .record
    case .unusual, .unknown: return .unusual
    case .incomplete: return isLast ? .unusual : .incomplete
    }
  }

  /// Reads members by what is known about the keys, and learns where that does not do.
  private mutating func read(_ bytes: borrowing Span<UInt8>) -> UnsafeJSONScan.Status {
    while true {
      var status = known(bytes)
      if status == .unknown { status = learn(bytes) }
      // What is learned is used, and a record with many members needs more room.
      guard status == .unknown else { return status }
    }
  }

  private mutating func known(_ bytes: borrowing Span<UInt8>) -> UnsafeJSONScan.Status {
    let (status, position) = Self.members(
      bytes, from: end, by: keys, &members, &lastRecord, record, &progress)
    end = position
    return status
  }

  /// Reads members by what is known. Through spans, and not through the closures of the arrays, which would retain each of
  /// them for every record.
  private static func members(
    _ bytes: borrowing Span<UInt8>, from place: Int, by keys: borrowing JSONKeyTable,
    _ members: inout [Member], _ lastRecord: inout [Int], _ record: Int, _ progress: inout Progress
  ) -> (UnsafeJSONScan.Status, end: Int) {
    var members = members.mutableSpan
    var last = lastRecord.mutableSpan
    let glue = keys.glue.span
    let texts = keys.bytes.span
    // Unsafe: the pointers are used during this call only, within the bounds of what they are of.
    return unsafe bytes.withUnsafeBufferPointer { source in
      unsafe members.withUnsafeMutableBufferPointer { target in
        unsafe last.withUnsafeMutableBufferPointer { last in
          unsafe glue.withUnsafeBufferPointer { glue in
            unsafe texts.withUnsafeBufferPointer { texts in
              var scan = unsafe UnsafeJSONScan(
                bytes: source.baseAddress.unsafelyUnwrapped, end: source.count, position: place)
              let status = unsafe scan.members(glue, texts, target, last, record, &progress)
              return (status, scan.position)
            }
          }
        }
      }
    }
  }

  /// Reads up to the next value where no earlier record shows the way, and makes room.
  private mutating func learn(_ bytes: borrowing Span<UInt8>) -> UnsafeJSONScan.Status {
    if members.count == progress.count {
      members += [Member](repeating: Member(), count: members.count)
    }
    let place = end
    var quote = 0
    let (status, position) = unsafe bytes.withUnsafeBufferPointer { source in
      // Unsafe: the pointer is used during this call only, within the bounds of the span.
      var scan = unsafe UnsafeJSONScan(
        bytes: source.baseAddress.unsafelyUnwrapped, end: source.count, position: place)
      let status = scan.glue(after: progress.previous, &quote)
      return (status, scan.position)
    }
    guard status == .unknown else {
      end = position
      return status
    }
    guard position - place <= JSONKeyTable.longest else { return .unusual }
    note(bytes, place..<position, quote)
    return .unknown
  }

  private mutating func note(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ quote: Int
  ) {
    var text: [UInt8] = []
    for index in range { text.append(bytes[index]) }
    let close = text.lastIndex(of: UInt8(ascii: "\"")) ?? 0
    let key = JSONString(
      start: quote + 1, end: close, hasEscapes: text[quote..<close].contains(UInt8(ascii: "\\")))
    var name: [UInt8] = []
    JSONText.appendContent(of: key, in: text.span, to: &name)
    let number = keys.number(of: name)
    if lastRecord.count < keyCount {
      lastRecord += [Int](repeating: 0, count: lastRecord.count)
    }
    keys.note(text, quote: quote, key: number, after: progress.previous)
  }
}
