internal import BillingModel
internal import Reporting

/// How the cells of one column are written: what is the same in every row, worked out once.
///
/// A class so that a million cells refer to it and copy nothing.
final class CellPlan: Sendable {
  /// What is written in a way of its own.
  enum Content: Sendable {
    /// The value as it is.
    case value
    /// A cost, of which a part may be known: the places of that part and of the count without price.
    case cost(known: Int, unpriced: Int)
    /// assigned ÷ purchased, rounded once from the counts themselves.
    case utilization(assigned: Int, purchased: Int)
    /// A price with the decimals of the row's currency.
    case price
    /// What becomes of people: `move:ID`, `buy:N` or `none`.
    case takeover
    /// Free text that may be one of the words of a list.
    case nearlyWord
  }

  /// What is drawn below a figure.
  enum Picture: Sendable {
    case none
    case bar
    case track(assigned: Int, purchased: Int)
  }

  let column: String
  /// The column's place in a row; nil when the table has none of that name.
  let place: Int?
  let kind: ReportColumn.Kind?
  let content: Content
  let picture: Picture
  let link: LinkRule
  /// True when the words are people, not rules.
  let isOfPeople: Bool
  /// The place of the column that names the row's currency.
  let currencyPlace: Int?
  /// What stands for an unknown value.
  let missing: String
  /// What stands for each word of the column's list.
  let words: [String: String]

  init(_ column: String, _ columns: [ReportColumn], _ design: TableDesign, _ wording: Wording) {
    func place(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }
    self.column = column
    self.place = place(column)
    kind = self.place.map { columns[$0].kind }
    content = Self.content(column, place)
    picture = Self.picture(column, design, place)
    link = LinkRule(column, place)
    isOfPeople = column == "people" || column == "lose_access"
    currencyPlace = place("currency")
    missing = Self.missing(column, wording)
    words = wording.values(of: column).reduce(into: [:]) { words, value in
      words[value.key] = Self.word(value.key, HTMLText.escaped(value.value), column)
    }
  }

  private static func content(_ column: String, _ place: (String) -> Int?) -> Content {
    switch column {
    case "monthly_cost":
      guard let known = place("monthly_cost_known"), let unpriced = place("unpriced") else {
        return .value
      }
      return .cost(known: known, unpriced: unpriced)
    case "utilization":
      guard let assigned = place("assigned"), let purchased = place("purchased") else {
        return .value
      }
      return .utilization(assigned: assigned, purchased: purchased)
    case "unit_price": return .price
    case "takeover": return .takeover
    case "charge_type": return .nearlyWord
    default: return .value
    }
  }

  private static func picture(
    _ column: String, _ design: TableDesign, _ place: (String) -> Int?
  ) -> Picture {
    if design.tracks.contains(column) {
      guard let assigned = place("assigned"),
        let purchased = place("purchased") ?? place("quantity")
      else { return .none }
      return .track(assigned: assigned, purchased: purchased)
    }
    return design.bars.contains(column) ? .bar : .none
  }

  /// A dash, or the word for a value that is not given where that says something.
  private static func missing(_ column: String, _ wording: Wording) -> String {
    guard let word = wording.phrase("missing.\(column)") else {
      return HTMLText.missing(wording.text("ui.missing"))
    }
    return "<span class=\"muted\">\(HTMLText.escaped(word))</span>"
  }

  private static let states: Set<String> = ["status", "severity", "policy", "action", "proof"]

  /// A word of a list in this column, with a mark of its own where it tells a state.
  static func word(_ word: String, _ html: String, _ column: String) -> String {
    guard states.contains(column) else { return html }
    return "<span class=\"word word-\(HTMLText.escaped(word.lowercased()))\">\(html)</span>"
  }
}
