import UnicodeFolding

/// Text of one domain, each spelling stored once and known by its code.
///
/// Codes count from 0 in order of first appearance; they never decide an order of output. Two texts
/// are the same when their keys are: letter for letter, or without regard to case as `folding` says.
/// The first spelling seen is the one kept.
public struct TextDictionary: Sendable {
  /// When two texts are the same.
  public enum Folding: Sendable {
    /// Letter for letter.
    case exact
    /// Letter for letter, but GUID-shaped ids without regard to case.
    case guid
    /// Without regard to case (people and groups).
    case caseless
  }

  private let folding: Folding
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var slots: [UInt32]
  private var mask: Int
  private var spellings: [UInt32: [UInt8]] = [:]
  private var scratch: [UInt8] = []

  /// The code that stands for no text in columns.
  public static let none = UInt32.max

  /// An empty dictionary.
  public init(_ folding: Folding = .exact) {
    self.folding = folding
    slots = Array(repeating: Self.none, count: 16)
    mask = 15
  }

  /// How many texts it has; codes are below it.
  public var count: Int { ends.count }

  /// The text of a code, as first spelled.
  public func text(of code: Int) -> String {
    withSpelling(of: UInt32(code)) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a code with case folded as the dictionary compares it.
  public func key(of code: Int) -> String {
    String(decoding: bytes[range(UInt32(code))], as: UTF8.self)
  }

  /// The code of a text; nil when it is not there.
  public func code(of text: String) -> Int? {
    var copy = self
    var input: [UInt8] = []
    input.append(contentsOf: text.utf8)
    copy.fold(input.span)
    let found = copy.find(copy.scratch.span, hash: Self.hash(copy.scratch.span))
    return found.code == Self.none ? nil : Int(found.code)
  }

  /// The code of a text, which is added when it is new.
  public mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    guard isFolded(by: text) else { return intern(key: text, spelling: text) }
    fold(text)
    let key = scratch
    return intern(key: key.span, spelling: text)
  }

  /// Adds every text of another dictionary. The result gives the new code of each of its codes.
  public mutating func merge(_ other: TextDictionary) -> [UInt32] {
    (0..<UInt32(other.count)).map { code in
      other.withSpelling(of: code) { spelling in
        var buffer: [UInt8] = []
        buffer.append(contentsOf: spelling)
        return intern(buffer.span)
      }
    }
  }

  /// Forgets the texts from the code `count` on. O(texts forgotten).
  mutating func truncate(to count: Int) {
    for code in (count..<max(count, ends.count)).reversed() {
      // No text that came later is left, so nothing was pushed on by this one's slot.
      var slot = Int(hashes[code]) & mask
      while slots[slot] != UInt32(code) { slot = (slot + 1) & mask }
      slots[slot] = Self.none
      bytes.removeLast(range(UInt32(code)).count)
      ends.removeLast()
      hashes.removeLast()
      spellings[UInt32(code)] = nil
    }
  }

  private func withSpelling<Result>(of code: UInt32, _ body: (ArraySlice<UInt8>) -> Result)
    -> Result
  {
    if let spelling = spellings[code] { return body(spelling[...]) }
    return body(bytes[range(code)])
  }

  private func range(_ code: UInt32) -> Range<Int> {
    let start = code == 0 ? 0 : Int(ends[Int(code) - 1])
    return start..<Int(ends[Int(code)])
  }
}

extension TextDictionary {
  /// True when the key of a text may differ from it.
  private func isFolded(by text: Span<UInt8>) -> Bool {
    switch folding {
    case .exact: false
    case .caseless: UnsafeBytes.hasUpperCaseOrHighBytes(text)
    case .guid: text.count == 36 && UnsafeBytes.hasUpperCaseOrHighBytes(text) && Self.isGUID(text)
    }
  }

  private mutating func fold(_ text: Span<UInt8>) {
    scratch.removeAll(keepingCapacity: true)
    switch folding {
    case .caseless: Lowercase.fold(text, into: &scratch)
    case .guid where Self.isGUID(text): Lowercase.fold(text, into: &scratch)
    default: for index in text.indices { scratch.append(text[index]) }
    }
  }

  private static func isGUID(_ text: Span<UInt8>) -> Bool {
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

  private mutating func intern(key: Span<UInt8>, spelling: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(key)
    let found = find(key, hash: hash)
    guard found.code == Self.none else { return found.code }
    let code = UInt32(ends.count)
    UnsafeBytes.append(key, to: &bytes)
    precondition(bytes.count < Int(UInt32.max), "a dictionary holds less than 4 GiB of text")
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[found.slot] = code
    if !Self.isEqual(key, spelling) {
      var kept: [UInt8] = []
      for index in spelling.indices { kept.append(spelling[index]) }
      spellings[code] = kept
    }
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  private func find(_ key: Span<UInt8>, hash: UInt32) -> (slot: Int, code: UInt32) {
    var slot = Int(hash) & mask
    while true {
      let code = slots[slot]
      if code == Self.none { return (slot, code) }
      if hashes[Int(code)] == hash, matches(key, code) { return (slot, code) }
      slot = (slot + 1) & mask
    }
  }

  private func matches(_ key: Span<UInt8>, _ code: UInt32) -> Bool {
    UnsafeBytes.isEqual(key, bytes, in: range(code))
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: Self.none, count: mask + 1)
    for code in 0..<ends.count {
      var slot = Int(hashes[code]) & mask
      while slots[slot] != Self.none { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code)
    }
  }

  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  private static func hash(_ key: Span<UInt8>) -> UInt32 {
    UnsafeBytes.hash(key)
  }
}
