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

  let folding: Folding
  /// How many texts it has; codes are below it.
  public internal(set) var count = 0
  /// The keys one after the other, and where each ends. Behind them is room for more, and 32 bytes that
  /// can be read.
  var bytes: [UInt8] = []
  var byteCount = 0
  var ends: [UInt32] = []
  /// An open-addressing table: the hash of a key above its code plus 1; 0 where free.
  var slots: [UInt64] = [UInt64](repeating: 0, count: 16)
  var spellings: [UInt32: [UInt8]] = [:]

  /// How many bytes can be read behind the last key, which is compared many bytes at once.
  static let slack = 32

  /// The code that stands for no text in columns.
  public static let none = UInt32.max

  /// An empty dictionary.
  public init(_ folding: Folding = .exact) {
    self.folding = folding
  }

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
    let bytes = Array(text.utf8)
    let key = folded(bytes.span)
    let entry = slots[UnsafeTexts.slot(of: key.span, hash: UnsafeTexts.hash(key.span), in: self)]
    return entry == 0 ? nil : Self.code(entry)
  }

  /// The code of a text; nil when it is not there.
  func code(of text: Span<UInt8>) -> UInt32? {
    guard isFolded(by: text) else { return code(ofKey: text) }
    return code(ofKey: folded(text).span)
  }

  private func code(ofKey key: Span<UInt8>) -> UInt32? {
    let entry = slots[UnsafeTexts.slot(of: key, hash: UnsafeTexts.hash(key), in: self)]
    return entry == 0 ? nil : UInt32(Self.code(entry))
  }

  /// The code of a text, which is added when it is new.
  public mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    guard isFolded(by: text) else { return intern(key: text, spelling: nil) }
    let key = folded(text)
    return intern(key: key.span, spelling: text)
  }

  /// Forgets the texts from the code `count` on. O(texts forgotten).
  mutating func truncate(to count: Int) {
    for code in (count..<max(count, self.count)).reversed() {
      // No text that came later is left, so nothing was pushed on by this one's slot.
      let slot = slot(of: UInt32(code))
      slots[slot] = 0
      byteCount -= range(UInt32(code)).count
      self.count = code
      spellings[UInt32(code)] = nil
    }
  }

  func slot(of code: UInt32) -> Int {
    let key = bytes.span.extracting(range(code))
    return UnsafeTexts.slot(of: key, hash: UnsafeTexts.hash(key), in: self)
  }

  private func withSpelling<Result>(of code: UInt32, _ body: (ArraySlice<UInt8>) -> Result)
    -> Result
  {
    if let spelling = spellings[code] { return body(spelling[...]) }
    return body(bytes[range(code)])
  }

  func range(_ code: UInt32) -> Range<Int> {
    let start = code == 0 ? 0 : Int(ends[Int(code) - 1])
    return start..<Int(ends[Int(code)])
  }
}
