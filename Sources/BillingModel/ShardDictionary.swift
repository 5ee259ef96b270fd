/// A dictionary that is filled row by row and can forget what the last row brought, so that no
/// spelling of a record that is set aside reaches a report.
struct ShardDictionary: Sendable {
  /// The texts.
  private(set) var texts: TextDictionary
  private var newestRow = -1
  private var countBefore = 0

  init(_ folding: TextDictionary.Folding = .exact) {
    texts = TextDictionary(folding)
  }

  /// The code of a text of that row, which is added when it is new.
  mutating func intern(_ text: Span<UInt8>, row: Int) -> UInt32 {
    let count = texts.count
    let code = texts.intern(text)
    if texts.count > count, newestRow != row {
      newestRow = row
      countBefore = count
    }
    return code
  }

  /// Interns the texts of rows that are sure to stay.
  mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ batch: inout TextBatch
  ) {
    texts.intern(starts, lengths, in: text, room: room, &batch)
  }

  /// Forgets the texts that appeared first in that row, the last one.
  mutating func rollBack(row: Int) {
    guard newestRow == row else { return }
    texts.truncate(to: countBefore)
    newestRow = -1
  }
}
