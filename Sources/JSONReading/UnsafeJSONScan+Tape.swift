extension UnsafeJSONScan {
  /// Reads the value that begins at or after the position onto a tape; `.unknown` when there is not room enough.
  ///
  /// `count` entries of `room` are there already. `pending` and `open` are work space. So many arrays are open around
  /// the value as `outer` says.
  mutating func value(
    into room: UnsafeMutableBufferPointer<JSONTape.Entry>, _ count: inout Int,
    _ pending: UnsafeMutableBufferPointer<JSONTape.Entry>, _ open: UnsafeMutableBufferPointer<Int>,
    below outer: Int
  ) -> Status {
    var top = 0
    var depth = 0
    skipSpace()
    while true {
      // A value begins here, before it its key. Unsafe: all places are checked against the counts.
      guard top + 2 <= pending.count else { return .unknown }
      let first = byte
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        guard depth + outer < open.count else { return .unusual }
        let isObject = first == UInt8(ascii: "{")
        unsafe open[depth] = 2 * top + (isObject ? 1 : 0)
        depth += 1
        position += 1
        skipSpace()
        if byte != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          if isObject {
            let status = unsafe key(&pending[top])
            guard status == .done else { return status }
            top += 1
          }
          continue
        }
      } else {
        let status = unsafe scalar(first, &pending[top])
        guard status == .done else { return status }
        top += 1
      }
      let status = unsafe endOfValue(room, &count, pending, &top, open, &depth)
      guard status == .done else { return status }
      if depth == 0 {
        guard count < room.count else { return .unknown }
        unsafe room[count] = pending[0]
        count += 1
        return .done
      }
    }
  }

  /// Closes what ends after a value, and goes to the next value when one follows.
  @inline(__always)
  private mutating func endOfValue(
    _ room: UnsafeMutableBufferPointer<JSONTape.Entry>, _ count: inout Int,
    _ pending: UnsafeMutableBufferPointer<JSONTape.Entry>, _ top: inout Int,
    _ open: UnsafeMutableBufferPointer<Int>, _ depth: inout Int
  ) -> Status {
    while depth > 0 {
      skipSpace()
      let frame = unsafe open[depth - 1]
      let isObject = frame & 1 == 1
      switch byte {
      case UInt8(ascii: ",") where top > frame / 2:
        position += 1
        skipSpace()
        guard isObject else { return .done }
        guard top + 2 <= pending.count else { return .unknown }
        let status = unsafe key(&pending[top])
        top += 1
        return status
      case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        position += 1
        depth -= 1
        guard unsafe close(frame, room, &count, pending, &top) else { return .unknown }
      default: return failed()
      }
    }
    return .done
  }

  /// Moves the values of a container from the pending ones to the tape; false without room for them.
  @inline(__always)
  private func close(
    _ frame: Int, _ room: UnsafeMutableBufferPointer<JSONTape.Entry>, _ count: inout Int,
    _ pending: UnsafeMutableBufferPointer<JSONTape.Entry>, _ top: inout Int
  ) -> Bool {
    let start = frame / 2
    let values = top - start
    guard count + values <= room.count, start < pending.count else { return false }
    var entry = JSONTape.Entry(start: count, end: count + values, kind: .array)
    if frame & 1 == 1 {
      let members = values / 2
      entry.end = count + members
      entry.kind = .object
      for member in 0..<members {
        unsafe room[count + member] = pending[start + 2 * member + 1]
        unsafe room[count + members + member] = pending[start + 2 * member]
      }
    } else {
      for place in 0..<values { unsafe room[count + place] = pending[start + place] }
    }
    count += values
    unsafe pending[start] = entry
    top = start + 1
    return true
  }

  @inline(__always)
  private mutating func scalar(_ first: UInt8, _ entry: inout JSONTape.Entry) -> Status {
    entry.start = position
    var kind = JSONRecordScanner.Kind.null
    switch first {
    case UInt8(ascii: "\""): return text(&entry)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      entry.kind = .number
      let status = number()
      entry.end = position
      return status
    case UInt8(ascii: "n"): entry.kind = .null
    case UInt8(ascii: "t"): entry.kind = .true
    case UInt8(ascii: "f"): entry.kind = .false
    default: return failed()
    }
    let status = word(&kind)
    entry.end = position
    return status
  }

  @inline(__always)
  private mutating func text(_ entry: inout JSONTape.Entry) -> Status {
    var kind = JSONRecordScanner.Kind.null
    entry.start = position + 1
    let status = string(&kind)
    entry.end = position - 1
    entry.kind = kind == .plain ? .plain : kind == .text ? .text : .escaped
    return status
  }

  /// Reads a key and its colon, up to the value.
  @inline(__always)
  private mutating func key(_ entry: inout JSONTape.Entry) -> Status {
    guard byte == UInt8(ascii: "\"") else { return failed() }
    let status = text(&entry)
    return status == .done ? colon() : status
  }
}
