/// Texts that are looked up in a dictionary together: where they stand, their hashes and codes.
struct TextBatch: Sendable {
  /// How many texts a batch has at most.
  static let size = 1024

  /// How many texts it has.
  private(set) var count = 0
  /// The code of the first text, when they are those of a dictionary.
  private(set) var first = 0
  var starts = [UInt32](repeating: 0, count: size)
  var lengths = [UInt32](repeating: 0, count: size)
  var hashes = [UInt32](repeating: 0, count: size)
  /// The code of each text plus 1; 0 where it is empty.
  var codes = [UInt32](repeating: 0, count: size)

  /// The top bit of a start: the text stands in the room, not in the bytes at hand.
  private static let inRoom: UInt32 = 1 << 31

  /// Takes texts that stand in the bytes at hand, or in a room for those that were copied.
  mutating func setTexts(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>
  ) {
    precondition(starts.count == lengths.count && starts.count <= Self.size, "a batch is full")
    count = starts.count
    let areInside = UnsafeTexts.take(starts, lengths, text.count, room.count, into: &self)
    precondition(areInside, "a text is in its bytes")
    UnsafeTexts.hash(&self, in: text, room: room)
  }

  /// Takes the keys of some codes of a dictionary.
  mutating func setTexts(of dictionary: TextDictionary, _ codes: Range<Int>) {
    count = codes.count
    first = codes.lowerBound
    for (index, code) in codes.enumerated() {
      let range = dictionary.range(UInt32(code))
      starts[index] = UInt32(range.lowerBound)
      lengths[index] = UInt32(range.count)
    }
    let bytes = dictionary.bytes
    UnsafeTexts.hash(&self, in: bytes.span, room: bytes.span)
  }

  /// Where a text stands.
  func place(of index: Int) -> (range: Range<Int>, isInRoom: Bool) {
    let start = Int(starts[index] & ~Self.inRoom)
    return (start..<start + Int(lengths[index]), starts[index] & Self.inRoom != 0)
  }
}
