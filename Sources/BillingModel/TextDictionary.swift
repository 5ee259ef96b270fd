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

  let folding: Folding
  /// The keys one after the other, and where each ends.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  /// An open-addressing table: the hash of a key above its code plus 1; 0 where free.
  private(set) var slots: [UInt64] = [UInt64](repeating: 0, count: 16)
  private var spellings: [UInt32: [UInt8]] = [:]

  /// The code that stands for no text in columns.
  public static let none = UInt32.max

  /// An empty dictionary.
  public init(_ folding: Folding = .exact) {
    self.folding = folding
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
    let bytes = Array(text.utf8)
    let key = folded(bytes.span)
    let entry = slots[UnsafeTexts.slot(of: key.span, hash: UnsafeTexts.hash(key.span), in: self)]
    return entry == 0 ? nil : Self.code(entry)
  }

  /// The code of a text, which is added when it is new.
  public mutating func intern(_ text: Span<UInt8>) -> UInt32 {
    guard isFolded(by: text) else { return intern(key: text, spelling: nil) }
    let key = folded(text)
    return intern(key: key.span, spelling: text)
  }

  /// Forgets the texts from the code `count` on. O(texts forgotten).
  mutating func truncate(to count: Int) {
    for code in (count..<max(count, ends.count)).reversed() {
      // No text that came later is left, so nothing was pushed on by this one's slot.
      let slot = slot(of: UInt32(code))
      slots[slot] = 0
      bytes.removeLast(range(UInt32(code)).count)
      ends.removeLast()
      spellings[UInt32(code)] = nil
    }
  }

  private func slot(of code: UInt32) -> Int {
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

extension TextDictionary {
  /// True when the key of a text may differ from it.
  private func isFolded(by text: Span<UInt8>) -> Bool {
    switch folding {
    case .exact: false
    case .caseless: UnsafeBytes.hasUpperCaseOrHighBytes(text)
    case .guid: text.count == 36 && UnsafeBytes.hasUpperCaseOrHighBytes(text) && Self.isGUID(text)
    }
  }

  private func folded(_ text: Span<UInt8>) -> [UInt8] {
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

  private mutating func intern(key: Span<UInt8>, spelling: Span<UInt8>?) -> UInt32 {
    let hash = UnsafeTexts.hash(key)
    let slot = UnsafeTexts.slot(of: key, hash: hash, in: self)
    if slots[slot] != 0 { return UInt32(Self.code(slots[slot])) }
    let code = add(key, hash: hash, slot: slot)
    if let spelling, !Self.isEqual(key, spelling) { keep(spelling, of: code) }
    return code
  }

  /// Adds a key that is not there, at the slot where it belongs.
  mutating func add(_ key: Span<UInt8>, hash: UInt32, slot: Int) -> UInt32 {
    let code = UInt32(ends.count)
    UnsafeBytes.append(key, to: &bytes)
    precondition(bytes.count < Int(UInt32.max), "a dictionary holds less than 4 GiB of text")
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(code + 1)
    if ends.count * 4 > slots.count * 3 { grow() }
    return code
  }

  private mutating func keep(_ spelling: Span<UInt8>, of code: UInt32) {
    var kept: [UInt8] = []
    UnsafeBytes.append(spelling, to: &kept)
    spellings[code] = kept
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  private static func code(_ entry: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: entry)) - 1
  }

  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}

extension TextDictionary {
  /// Adds every text of another dictionary that compares texts alike. The result gives the new code of
  /// each of its codes; nil when the codes stay as they are.
  mutating func merge(_ other: TextDictionary) -> [UInt32]? {
    precondition(folding == other.folding, "dictionaries of one domain are merged")
    guard count > 0 else {
      self = other
      return nil
    }
    var map: [UInt32] = []
    map.reserveCapacity(other.count)
    var batch = TextBatch()
    for first in stride(from: 0, to: other.count, by: TextBatch.size) {
      batch.setTexts(of: other, first..<min(other.count, first + TextBatch.size))
      intern(&batch, of: other)
      for index in 0..<batch.count { map.append(batch.codes[index] &- 1) }
    }
    return map
  }

  /// Looks the batch's keys up, which are folded already, and adds those that are new.
  private mutating func intern(_ batch: inout TextBatch, of other: TextDictionary) {
    let keys = other.bytes
    var index = 0
    while case let place = UnsafeTexts.lookUp(
      &batch, from: index, keys.span, room: keys.span, .exact, self), place.index < batch.count
    {
      let code = UInt32(batch.first + place.index)
      let key = keys.span.extracting(other.range(code))
      let added = add(key, hash: batch.hashes[place.index], slot: place.slot)
      if let spelling = other.spellings[code] { spellings[added] = spelling }
      batch.codes[place.index] = added + 1
      index = place.index + 1
    }
  }

  /// Looks the texts of a batch up, and adds those that are new. Codes are given plus 1; 0 for none.
  mutating func intern(_ batch: inout TextBatch, in text: Span<UInt8>, room: Span<UInt8>) {
    var index = 0
    while case let place = UnsafeTexts.lookUp(
      &batch, from: index, text, room: room, folding, self), place.index < batch.count
    {
      let (range, isInRoom) = batch.place(of: place.index)
      let key = isInRoom ? room.extracting(range) : text.extracting(range)
      if place.slot < 0 {
        batch.codes[place.index] = intern(key) + 1
      } else {
        batch.codes[place.index] =
          add(key, hash: batch.hashes[place.index], slot: place.slot) + 1
      }
      index = place.index + 1
    }
  }
}
