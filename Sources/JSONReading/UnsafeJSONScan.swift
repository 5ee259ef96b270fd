internal import CJSONScan

/// Reads JSON behind a pointer. The bounds are checked before every byte.
///
/// The one place of this target that works on memory without the checks of the language: `bytes` is
/// that of a span and lives as long as the call that made this value.
@safe
struct UnsafeJSONScan {
  /// How reading a piece ended.
  enum Status: UInt8 {
    case done, incomplete, unusual
    /// What follows is not what followed in an earlier record.
    case unknown
  }

  let bytes: UnsafePointer<UInt8>
  let end: Int
  /// The next byte to read.
  var position: Int

  /// The next byte; 0 at the end, which no piece of JSON begins with.
  @inline(__always)
  var byte: UInt8 { position < end ? unsafe bytes[position] : 0 }

  @inline(__always)
  mutating func skipSpace() {
    while position < end {
      let byte = unsafe bytes[position]
      guard byte <= 32, byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      position += 1
    }
  }

  /// Reads a string, whose opening quote is at hand.
  @inline(__always)
  mutating func string(_ kind: inout JSONRecordScanner.Kind) -> Status {
    var seen: UInt32 = 0
    var hasEscapes = false
    position += 1
    while true {
      position += unsafe json_string_run(bytes + position, end - position, &seen)
      guard position < end else { return .incomplete }
      if unsafe bytes[position] == UInt8(ascii: "\"") { break }
      // So near to the end of the bytes the escape may be cut off: left to the cursor.
      guard end - position >= 6 else { return .incomplete }
      guard let length = escapeLength() else { return .unusual }
      hasEscapes = true
      position += length
    }
    position += 1
    kind = hasEscapes ? .escaped : seen == 0 ? .plain : .text
    return .done
  }

  /// The length of the escape at hand, of which six bytes are there.
  private func escapeLength() -> Int? {
    switch unsafe bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      for index in position + 2..<position + 6 {
        let byte = unsafe bytes[index]
        guard byte &- 48 < 10 || (byte | 0x20) &- 97 < 6 else { return nil }
      }
      return 6
    default: return nil
    }
  }

  /// Reads a number, whose first byte is at hand.
  @inline(__always)
  mutating func number() -> Status {
    if unsafe bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    let isZero = byte == UInt8(ascii: "0")
    skipDigits()
    guard position > first, !isZero || position == first + 1 else { return failed() }
    if byte == UInt8(ascii: ".") {
      position += 1
      let decimals = position
      skipDigits()
      guard position > decimals else { return failed() }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      let digits = position
      skipDigits()
      guard position > digits else { return failed() }
    }
    return position < end ? .done : .incomplete
  }

  /// What a byte that should not be there means; at the end of the bytes it is only missing.
  func failed() -> Status { position < end ? .unusual : .incomplete }

  @inline(__always)
  private mutating func skipDigits() {
    while position < end, unsafe bytes[position] &- 48 < 10 { position += 1 }
  }

  /// Reads `true`, `false` or `null`.
  @inline(__always)
  mutating func word(_ kind: inout JSONRecordScanner.Kind) -> Status {
    guard end - position > 5 else { return .incomplete }
    let rest = unsafe UnsafeRawPointer(bytes + position)
    let word = unsafe UInt32(littleEndian: rest.loadUnaligned(as: UInt32.self))
    switch word {
    case 0x6C6C_756E:  // null
      kind = .null
      position += 4
    case 0x6575_7274:  // true
      kind = .scalar
      position += 4
    case 0x736C_6166 where unsafe bytes[position + 4] == UInt8(ascii: "e"):  // fals
      kind = .scalar
      position += 5
    default: return .unusual
    }
    return .done
  }
}

extension UnsafeJSONScan {
  /// Reads the value at hand.
  @inline(__always)
  mutating func value(_ kind: inout JSONRecordScanner.Kind) -> Status {
    switch byte {
    case UInt8(ascii: "\""): return string(&kind)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = .scalar
      return number()
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"): return word(&kind)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      kind = .nested
      return nested()
    default: return failed()
    }
  }

  /// Reads an array or object to its end, its depth kept in the bits of a number.
  private mutating func nested() -> Status {
    var isObject: UInt64 = 0
    var depth = 0
    var kind = JSONRecordScanner.Kind.null
    while true {
      // A value begins here.
      let first = byte
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        guard depth < 64 else { return .unusual }
        depth += 1
        isObject = isObject << 1 | (first == UInt8(ascii: "{") ? 1 : 0)
        position += 1
        skipSpace()
        let isEmpty = byte == (isObject & 1 == 1 ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        if !isEmpty {
          if isObject & 1 == 1 {
            let status = key()
            guard status == .done else { return status }
          }
          continue
        }
      } else {
        let status = scalar(&kind)
        guard status == .done else { return status }
      }
      let status = endOfValue(&isObject, &depth)
      guard status == .done, depth > 0 else { return status }
    }
  }

  /// Closes what ends after a value, and goes to the next value when one follows.
  private mutating func endOfValue(_ isObject: inout UInt64, _ depth: inout Int) -> Status {
    while true {
      skipSpace()
      let isInObject = isObject & 1 == 1
      switch byte {
      case UInt8(ascii: ","):
        position += 1
        skipSpace()
        return isInObject ? key() : .done
      case isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        position += 1
        isObject >>= 1
        depth -= 1
        if depth == 0 { return .done }
      default: return failed()
      }
    }
  }

  private mutating func scalar(_ kind: inout JSONRecordScanner.Kind) -> Status {
    switch byte {
    case UInt8(ascii: "\""): string(&kind)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"): word(&kind)
    default: failed()
    }
  }

  /// Reads a key and its colon, up to the value.
  mutating func key() -> Status {
    guard byte == UInt8(ascii: "\"") else { return failed() }
    var kind = JSONRecordScanner.Kind.null
    let status = string(&kind)
    return status == .done ? colon() : status
  }

  /// Reads the colon behind a key, up to the value.
  @inline(__always)
  mutating func colon() -> Status {
    skipSpace()
    guard byte == UInt8(ascii: ":") else { return failed() }
    position += 1
    skipSpace()
    return .done
  }
}
