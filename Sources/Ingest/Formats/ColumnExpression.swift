/// How a cell of a column follows from the fields of a record.
struct ColumnExpression: Sendable {
  /// Where the text comes from.
  typealias Source = CellSource<ColumnExpression>

  /// What a text is looked up in.
  enum Lookup: String, CaseIterable, Sendable {
    /// Product names: the id that alone has the name; else the text stays.
    case productID = "product-id"
    /// Product ids: the name; else nothing.
    case productName = "product-name"
  }

  var source: Source
  /// Other words for texts, by lower-cased text.
  var words: [String: String] = [:]
  /// True becomes false.
  var isInverted = false
  /// What stands before and with the last of these characters is left out.
  var afterLast: String?
  /// The end of a period that is not part of it: at midnight it is the day before.
  var isExclusiveEnd = false
  var lookup: Lookup?
  /// Used when there is no text.
  var fallback: [ColumnExpression] = []

  init(_ source: Source) {
    self.source = source
  }
}

extension ColumnExpression {
  /// True when it counts the records of the file.
  var isOrdinal: Bool {
    if case .ordinal = source { true } else { false }
  }

  /// The fields it is made from, those that decide first.
  var references: [FieldReference] {
    switch source {
    case .first(let fields), .sum(let fields), .product(let fields), .latest(let fields): fields
    case .constant, .ordinal: []
    case .positive(let words): words.map(\.field)
    case .cases(let key, let cases, let otherwise):
      (otherwise?.references ?? []) + cases.values.flatMap(\.references) + [key]
    }
  }

  /// True when it can give something in a file that has those fields.
  func isGiven(_ has: (FieldReference) -> Bool) -> Bool {
    switch source {
    case .constant, .ordinal: true
    case .product(let fields): fields.allSatisfy(has) || fallback.contains { $0.isGiven(has) }
    default: references.contains(where: has) || fallback.contains { $0.isGiven(has) }
    }
  }
}
