extension JSONTape {
  /// Reads a value fast; what is unusual about it, and where the bytes end, is left to `readSlowly`.
  mutating func scan(
    _ bytes: borrowing Span<UInt8>, from start: Int, depth: Int
  ) -> (UnsafeJSONScan.Status, Int) {
    let before = count
    while true {
      count = before
      let (status, position) = scanOnce(bytes, from: start, depth)
      guard status == .unknown else { return (status, position) }
      // There was not room enough.
      room += [Entry](repeating: Entry(), count: room.count)
      pending += [Entry](repeating: Entry(), count: pending.count)
    }
  }

  private mutating func scanOnce(
    _ bytes: borrowing Span<UInt8>, from start: Int, _ depth: Int
  ) -> (UnsafeJSONScan.Status, Int) {
    // Unsafe: the pointers are used during this call only, within the bounds of what they are of.
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return (.unusual, 0) }
      return unsafe room.withUnsafeMutableBufferPointer { room in
        unsafe pending.withUnsafeMutableBufferPointer { pending in
          unsafe open.withUnsafeMutableBufferPointer { open in
            var scan = unsafe UnsafeJSONScan(bytes: base, end: source.count, position: start)
            let status = unsafe scan.value(into: room, &count, pending, open, below: depth)
            return (status, scan.position)
          }
        }
      }
    }
  }

  /// Reads a value token by token, which says what is wrong with it.
  mutating func readSlowly(
    _ bytes: borrowing Span<UInt8>, from start: Int, depth: Int
  ) throws(JSONSyntaxError) -> Int {
    var cursor = JSONCursor(at: start)
    cursor.open = Array(repeating: .array, count: depth)
    var frames: [(isObject: Bool, entries: [Entry])] = []
    while true {
      let token = try cursor.next(copy bytes)
      var entry = Self.entry(token, bytes)
      switch token {
      case .end: throw JSONSyntaxError(position: start, expected: .value)
      case .beginArray: frames.append((false, []))
      case .beginObject: frames.append((true, []))
      case .endArray, .endObject:
        let (isObject, entries) = frames.removeLast()
        entry = close(entries, isObject: isObject)
      default: break
      }
      guard let entry else { continue }
      guard !frames.isEmpty else {
        append(entry)
        return cursor.position
      }
      frames[frames.count - 1].entries.append(entry)
    }
  }

  /// Lays the values of a container side by side, and the keys of an object behind them.
  private mutating func close(_ entries: [Entry], isObject: Bool) -> Entry {
    let start = count
    guard isObject else {
      for entry in entries { append(entry) }
      return Entry(start: start, end: count, kind: .array)
    }
    for place in entries.indices where place % 2 == 1 { append(entries[place]) }
    let end = count
    for place in entries.indices where place % 2 == 0 { append(entries[place]) }
    return Entry(start: start, end: end, kind: .object)
  }

  private mutating func append(_ entry: Entry) {
    if count == room.count { room += [Entry](repeating: Entry(), count: count) }
    room[count] = entry
    count += 1
  }

  private static func entry(_ token: JSONToken, _ bytes: borrowing Span<UInt8>) -> Entry? {
    switch token {
    case .string(let text), .key(let text):
      var kind = text.hasEscapes ? Kind.escaped : .plain
      for index in text.start..<text.end where kind == .plain {
        if bytes[index] == 0 || bytes[index] >= 0x80 { kind = .text }
      }
      return Entry(start: text.start, end: text.end, kind: kind)
    case .number(let range):
      return Entry(start: range.lowerBound, end: range.upperBound, kind: .number)
    case .true: return Entry(kind: .true)
    case .false: return Entry(kind: .false)
    case .null: return Entry(kind: .null)
    case .beginArray, .beginObject, .endArray, .endObject, .end: return nil
    }
  }
}
