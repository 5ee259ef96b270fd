import UnicodeFolding

/// The key of a text: what it is compared by.
extension TextDictionary {
  /// True when the key of a text may differ from it.
  func isFolded(by text: Span<UInt8>) -> Bool {
    switch folding {
    case .exact: false
    case .caseless: UnsafeBytes.hasUpperCaseOrHighBytes(text)
    case .guid: text.count == 36 && UnsafeBytes.hasUpperCaseOrHighBytes(text) && Self.isGUID(text)
    }
  }

  func folded(_ text: Span<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    switch folding {
    case .caseless: Lowercase.fold(text, into: &key)
    case .guid where Self.isGUID(text): Lowercase.fold(text, into: &key)
    default: UnsafeBytes.append(text, to: &key)
    }
    return key
  }

  static func isGUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in 0..<36 {
      let byte = text[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return false }
      } else {
        guard byte &- 48 < 10 || (byte | 0x20) &- 97 < 6 else { return false }
      }
    }
    return true
  }

  mutating func intern(key: Span<UInt8>, spelling: Span<UInt8>?) -> UInt32 {
    let hash = UnsafeTexts.hash(key)
    let slot = UnsafeTexts.slot(of: key, hash: hash, in: self)
    if slots[slot] != 0 { return UInt32(Self.code(slots[slot])) }
    let code = add(key, hash: hash)
    if let spelling, !Self.isEqual(key, spelling) { keep(spelling, of: code) }
    return code
  }

  private mutating func keep(_ spelling: Span<UInt8>, of code: UInt32) {
    var kept: [UInt8] = []
    UnsafeBytes.append(spelling, to: &kept)
    spellings[code] = kept
  }

  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
