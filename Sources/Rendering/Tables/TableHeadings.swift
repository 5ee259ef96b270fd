internal import ExactNumbers
internal import Liquid
internal import Synchronization

/// The headings of tables that are alike, each written once: many pages have a table of a few rows.
///
/// A class with a lock because pages are made on several threads, and each may need headings first.
final class TableHeadings: Sendable {
  /// The currencies that headings name.
  private struct Currencies: Hashable {
    let ofAmounts: Currency?
    let ofPrices: Currency?
  }

  private let known = Mutex<[Currencies: String]>([:])

  /// The headings for the currencies of a table.
  func text(
    _ ofAmounts: Currency?, _ ofPrices: Currency?, _ write: (inout PageOutput) -> Void
  ) -> String {
    let key = Currencies(ofAmounts: ofAmounts, ofPrices: ofPrices)
    if let text = known.withLock({ $0[key] }) { return text }
    var headings = PageOutput(reserving: 1 << 10)
    write(&headings)
    let text = headings.text()
    known.withLock { $0[key] = text }
    return text
  }
}

/// How many rows a table has, in words as HTML, for the numbers that most tables have.
struct RowCounts: Sendable {
  private let texts: [String]

  init(upTo limit: Int, _ wording: Wording) {
    texts = (0...limit).map { HTMLText.escaped(wording.text("ui.rows", count: $0)) }
  }

  /// The words for a number; nil for a larger one.
  subscript(at count: Int) -> String? { texts.indices.contains(count) ? texts[count] : nil }
}
