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
  /// How many texts it has; codes are below it.
  public internal(set) var count = 0
  /// The keys one after the other, and where each ends. Behind them is room for more, and 32 bytes that
  /// can be read.
  var bytes: [UInt8] = []
  var byteCount = 0
  var ends: [UInt32] = []
  /// An open-addressing table: the hash of a key above its code plus 1; 0 where free.
  var slots: [UInt64] = [UInt64](repeating: 0, count: 16)
  private var spellings: [UInt32: [UInt8]] = [:]

  /// How many bytes can be read behind the last key, which is compared many bytes at once.
  private static let slack = 32

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
    let code = add(key, hash: hash)
    if let spelling, !Self.isEqual(key, spelling) { keep(spelling, of: code) }
    return code
  }

  /// Adds a key that is not there.
  private mutating func add(_ key: Span<UInt8>, hash: UInt32) -> UInt32 {
    makeRoom(forKeyOf: key.count)
    let code = UInt32(count)
    for index in key.indices { bytes[byteCount + index] = key[index] }
    byteCount += key.count
    ends[count] = UInt32(byteCount)
    slots[UnsafeTexts.slot(of: key, hash: hash, in: self)] = UInt64(hash) << 32 | UInt64(code + 1)
    count += 1
    return code
  }

  /// How many texts the slots take. Small tables stay emptier: they are in the processor's cache, and
  /// a key is then found at its first slot. The largest are filled up further, because they are memory.
  var mostTexts: Int { Self.mostTexts(slots.count) }

  private static func mostTexts(_ slots: Int) -> Int {
    switch slots {
    case ...(1 << 14): slots / 4
    case ...(1 << 17): slots / 2
    case ...(1 << 21): slots / 4 * 3
    default: slots / 8 * 7
    }
  }

  /// Makes room for one more key, and for a few that follow it.
  private mutating func makeRoom(forKeyOf length: Int) {
    precondition(byteCount + length < Int(UInt32.max), "a dictionary holds less than 4 GiB of text")
    if count >= mostTexts { grow(to: Self.slots(for: count + 1, atLeast: slots.count)) }
    if count == ends.count { Self.extend(&ends, by: max(16, count / 16), with: 0) }
    if byteCount + length + Self.slack > bytes.count {
      Self.extend(&bytes, by: max(128, length + Self.slack, byteCount / 16), with: 0)
    }
  }

  /// Makes an array longer. It moves seldom: memory that it does not use yet costs nothing.
  private static func extend<Element>(
    _ array: inout [Element], by count: Int, with element: Element
  ) {
    if array.count + count > array.capacity { array.reserveCapacity((array.count + count) * 4) }
    array += repeatElement(element, count: count)
  }

  private mutating func keep(_ spelling: Span<UInt8>, of code: UInt32) {
    var kept: [UInt8] = []
    UnsafeBytes.append(spelling, to: &kept)
    spellings[code] = kept
  }

  /// Forgets where texts are looked up: the dictionary is only to be merged into another one.
  mutating func forgetSlots() {
    slots = []
  }

  private mutating func findSlots() {
    slots = [UInt64](repeating: 0, count: Self.slots(for: count, atLeast: 16))
    for code in 0..<UInt32(count) {
      let hash = hash(of: code)
      slots[slot(of: code)] = UInt64(hash) << 32 | UInt64(code + 1)
    }
  }

  private func hash(of code: UInt32) -> UInt32 {
    UnsafeTexts.hash(bytes.span.extracting(range(code)))
  }

  /// Makes slots for so many texts, so that they are not moved while these come.
  mutating func expect(_ texts: Int) {
    let size = Self.slots(for: texts, atLeast: slots.count)
    if size > slots.count { grow(to: size) }
  }

  private static func slots(for texts: Int, atLeast least: Int) -> Int {
    var size = least
    while mostTexts(size) < texts { size *= size <= 1 << 16 ? 4 : 2 }
    return size
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt64](repeating: 0, count: size)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
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
    guard other.count > 0 else { return nil }
    guard count > 0 else {
      self = other
      if slots.isEmpty { findSlots() }
      return nil
    }
    let countBefore = count
    var map = [UInt32](repeating: 0, count: other.count)
    var batch = TextBatch()
    for first in stride(from: 0, to: other.count, by: TextBatch.size) {
      let codes = first..<min(other.count, first + TextBatch.size)
      intern(keysOf: other, codes, &batch)
      for index in codes { map[index] = batch.codes[index - first] &- 1 }
    }
    for (code, spelling) in other.spellings where map[Int(code)] >= countBefore {
      spellings[map[Int(code)]] = spelling
    }
    return map
  }

  /// Looks keys of another dictionary up, which are folded already, and adds those that are new.
  private mutating func intern(
    keysOf other: TextDictionary, _ codes: Range<Int>, _ batch: inout TextBatch
  ) {
    let start = other.range(UInt32(codes.lowerBound)).lowerBound
    let end = other.range(UInt32(codes.upperBound - 1)).upperBound
    var starts: [UInt32] = []
    var lengths: [UInt32] = []
    for code in codes {
      let range = other.range(UInt32(code))
      starts.append(UInt32(range.lowerBound - start))
      lengths.append(UInt32(range.count))
    }
    intern(
      starts.span, lengths.span, in: other.bytes.span.extracting(start..<end), room: Span(),
      .exact, &batch)
  }

  /// Looks texts up, and adds those that are new. Codes are given plus 1; 0 for none. Texts that `base`
  /// has keep its codes, those of the others are counted on from there.
  mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ batch: inout TextBatch, base: TextDictionary? = nil
  ) {
    intern(starts, lengths, in: text, room: room, folding, &batch, base: base)
  }

  private mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ folding: Folding, _ batch: inout TextBatch, base: TextDictionary? = nil
  ) {
    batch.begin(starts, lengths, in: text, room: room)
    var index = 0
    while case let stopped = UnsafeTexts.intern(
      &batch, from: index, starts, lengths, in: text, room: room, folding, &self, base: base),
      stopped < batch.count
    {
      // There is no room for it, or it has to be folded first.
      let code = TextBatch.withText(starts[stopped], lengths[stopped], in: text, room: room) {
        if let base, let known = base.code(of: $0) { return known }
        let code = folding == .exact ? intern(key: $0, spelling: nil) : intern($0)
        return code + UInt32(base?.count ?? 0)
      }
      batch.codes[stopped] = code + 1
      index = stopped + 1
    }
  }
}
