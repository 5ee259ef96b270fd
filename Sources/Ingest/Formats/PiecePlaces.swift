/// Finds where pieces of a record stand, one after the other: a group has a hundred thousand members,
/// whose lines must not be counted from the beginning for each.
struct PiecePlaces {
  private let record: RecordPlace
  /// Up to where lines are counted, the line there and where it begins.
  private var place: Int
  private var line: Int
  private var lineStart: Int

  init(_ record: RecordPlace) {
    self.record = record
    place = record.start
    line = record.line
    lineStart = record.start
  }

  /// The place of the piece at a range that lies behind those asked for before.
  mutating func next(_ range: Range<Int>, _ bytes: Span<UInt8>) -> RecordPlace {
    precondition(range.lowerBound >= place, "pieces are asked for in their order")
    while place < range.lowerBound {
      if bytes[place] == UInt8(ascii: "\n") {
        line += 1
        lineStart = place + 1
      }
      place += 1
    }
    let before = lineStart == record.start ? record.lead : 0
    return RecordPlace(
      line: line, offset: record.offset + range.lowerBound - record.start,
      start: range.lowerBound, length: range.count, lead: range.lowerBound - lineStart + before)
  }
}
