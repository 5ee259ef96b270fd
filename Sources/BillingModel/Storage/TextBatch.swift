/// Texts that are looked up in a dictionary together: their hashes and codes.
struct TextBatch: Sendable {
  /// How many texts a batch has at most.
  static let size = 1024

  /// How many texts it has.
  private(set) var count = 0
  var hashes = [UInt32](repeating: 0, count: size)
  /// From where on texts are hashed: only those are for which it is needed.
  var hashed = 0
  /// The code of each text plus 1; 0 where it is empty.
  var codes = [UInt32](repeating: 0, count: size)

  /// Takes texts that stand in the bytes at hand, or in a room for those that were copied.
  mutating func begin(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>
  ) {
    precondition(starts.count == lengths.count && starts.count <= Self.size, "a batch is full")
    count = starts.count
    hashed = count
    let areInside = UnsafeTexts.areInside(starts, lengths, in: text, room: room)
    precondition(areInside, "a text is in its bytes")
  }

  /// Gives each row of some groups the code of its group, in the place of those of the texts.
  mutating func spread(to groups: Span<UInt32>) {
    precondition(groups.count <= Self.size, "a batch is full")
    UnsafeTexts.spread(&codes, to: groups)
    count = groups.count
  }

  /// A text of those that a batch was begun with.
  static func withText<Result>(
    _ start: UInt32, _ length: UInt32, in text: Span<UInt8>, room: Span<UInt8>,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    // The top bit of a start: the text stands in the room.
    let place = Int(start & ~(1 << 31))
    let range = place..<place + Int(length)
    return body(start >> 31 != 0 ? room.extracting(range) : text.extracting(range))
  }
}
