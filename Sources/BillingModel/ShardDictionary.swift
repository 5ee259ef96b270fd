/// A dictionary that is filled row by row and can forget what the last row brought, so that no
/// spelling of a record that is set aside reaches a report.
///
/// It may begin with the texts of another one, which it only reads: those keep their codes, and the codes
/// of its own texts are counted on from there.
struct ShardDictionary: Sendable {
  private let base: TextDictionary?
  /// Its own texts.
  private(set) var texts: TextDictionary
  private var newestRow = -1
  private var countBefore = 0

  init(_ folding: TextDictionary.Folding = .exact, base: TextDictionary? = nil) {
    precondition(base.map { $0.folding == folding } ?? true, "dictionaries of one domain are alike")
    self.base = base
    texts = TextDictionary(folding)
  }

  /// Says about how many texts of its own there will be.
  mutating func expect(_ count: Int) {
    texts.expect(count)
  }

  /// How many texts it began with.
  var baseCount: Int { base?.count ?? 0 }

  /// How many texts it has, with those it began with.
  var count: Int { baseCount + texts.count }

  /// The text of a code.
  func text(of code: Int) -> String {
    if let base, code < base.count { return base.text(of: code) }
    return texts.text(of: code - baseCount)
  }

  /// The code of a text of that row, which is added when it is new.
  mutating func intern(_ text: Span<UInt8>, row: Int) -> UInt32 {
    if let base, let known = base.code(of: text) { return known }
    let count = texts.count
    let code = texts.intern(text)
    if texts.count > count, newestRow != row {
      newestRow = row
      countBefore = count
    }
    return code + UInt32(baseCount)
  }

  /// Interns the texts of rows that are sure to stay.
  mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ batch: inout TextBatch
  ) {
    texts.intern(starts, lengths, in: text, room: room, &batch, base: base)
  }

  /// Forgets the texts that appeared first in that row, the last one.
  mutating func rollBack(row: Int) {
    guard newestRow == row else { return }
    texts.truncate(to: countBefore)
    newestRow = -1
  }
}
