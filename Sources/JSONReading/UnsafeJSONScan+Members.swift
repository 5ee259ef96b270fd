internal import CJSONScan

extension UnsafeJSONScan {
  /// Reads members as long as what stands between the values is known: `glue`, the bytes of which `texts` has.
  mutating func members(
    _ glue: UnsafeBufferPointer<json_glue>, _ texts: UnsafeBufferPointer<UInt8>,
    _ target: UnsafeMutableBufferPointer<JSONRecordScanner.Member>,
    _ last: UnsafeMutableBufferPointer<Int>, _ record: Int,
    _ progress: inout JSONRecordScanner.Progress
  ) -> Status {
    guard let text = texts.baseAddress else { return .unknown }
    var state = progress
    defer { progress = state }
    while true {
      if unsafe simpleMembers(glue, target, &state) { return .done }
      if state.count == target.count { return .unknown }
      let place = 2 * (state.previous + 1)
      guard let known = unsafe follow(glue, text, place) else { return .unknown }
      let key = Int(known.key)
      var member = JSONRecordScanner.Member()
      member.keyNumber = known.key
      member.keyPlace = Int32(truncatingIfNeeded: position) + known.quote
      position += Int(known.count)
      member.first = Int32(truncatingIfNeeded: position)
      let status = value(&member.kind)
      guard status == .done else { return status }
      member.last = Int32(truncatingIfNeeded: position)
      unsafe meet(key, last, record, &state)
      unsafe target[state.count] = member
      state.count += 1
      state.previous = key
      if byte == UInt8(ascii: "}") {
        position += 1
        return .done
      }
    }
  }

  /// Reads the members that are simple, as most are, up to the first that is not; true when the record ends.
  @inline(__always)
  private mutating func simpleMembers(
    _ glue: UnsafeBufferPointer<json_glue>,
    _ target: UnsafeMutableBufferPointer<JSONRecordScanner.Member>,
    _ state: inout JSONRecordScanner.Progress
  ) -> Bool {
    var progress = json_progress(
      position: position, count: state.count, previous: Int32(truncatingIfNeeded: state.previous),
      met: state.met)
    precondition(
      MemoryLayout<JSONRecordScanner.Member>.stride == MemoryLayout<json_member>.stride,
      "members have the parts of C's in the same order")
    // Unsafe: the two are laid out in the same way, and the counts are handed over.
    let hasEnded = unsafe json_simple_members(
      bytes, end, glue.baseAddress,
      UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: json_member.self),
      target.count, &progress)
    position = progress.position
    state.count = progress.count
    state.previous = Int(progress.previous)
    state.met = progress.met
    return hasEnded
  }

  /// What an earlier record had here, when this one has the same.
  @inline(__always)
  private func follow(
    _ glue: UnsafeBufferPointer<json_glue>, _ text: UnsafePointer<UInt8>, _ place: Int
  ) -> json_glue? {
    for index in place...place + 1 {
      let known = unsafe glue[index]
      // Unsafe: the text has 16 bytes behind each glue, and the bounds of `bytes` are handed over.
      if known.count > 0,
        unsafe json_equal(
          bytes + position, end - position, text + Int(known.start), Int(known.count))
      {
        return known
      }
    }
    return nil
  }

  /// Notes that the record has a key, the second time as well.
  @inline(__always)
  private func meet(
    _ key: Int, _ last: UnsafeMutableBufferPointer<Int>, _ record: Int,
    _ progress: inout JSONRecordScanner.Progress
  ) {
    let wasMet: Bool
    if key < 64 {
      let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: key)
      wasMet = progress.met & bit != 0
      progress.met |= bit
    } else {
      wasMet = unsafe last[key] == record
      unsafe last[key] = record
    }
    if wasMet, progress.repeated == nil { progress.repeated = progress.count }
  }

  /// Reads from a value, or the record's begin, to the next value: `unknown` when one follows, `done`
  /// when the record ends. `quote` is where its key begins, counted from here.
  mutating func glue(after previous: Int, _ quote: inout Int) -> Status {
    let start = position
    if previous < 0 {
      guard byte == UInt8(ascii: "{") else { return .unusual }
      position += 1
    }
    skipSpace()
    guard position < end else { return .incomplete }
    if byte == UInt8(ascii: "}") {
      position += 1
      return .done
    }
    if previous >= 0 {
      guard byte == UInt8(ascii: ",") else { return .unusual }
      position += 1
      skipSpace()
    }
    quote = position - start
    let status = key()
    guard status == .done else { return status }
    // The value's first byte must be there, so that all white space before it is part of the glue.
    return position < end ? .unknown : .incomplete
  }

  /// What stands between two values, for the table of keys.
  static func glue(_ text: [UInt8], key: Int, quote: Int, start: Int) -> json_glue {
    // Unsafe: as many bytes are read as the text has.
    unsafe text.withUnsafeBufferPointer { text in
      unsafe json_make_glue(
        text.baseAddress, Int32(text.count), Int32(key), Int32(quote), Int32(start))
    }
  }
}
