/// A column's expression as it is worked out for every record.
///
/// A class, so that nothing of it is copied for a cell; nothing of it changes.
final class CellRule: Sendable {
  /// Where the text comes from; see `ColumnExpression.Source`.
  enum Source: Sendable {
    case first([FieldReference])
    case constant(String)
    case sum([FieldReference])
    case product([FieldReference])
    case latest([FieldReference])
    case ordinal
    case positive([(field: FieldReference, word: String)])
    case cases(FieldReference, TextChoice<CellRule>, otherwise: CellRule?)
  }

  let source: Source
  /// What is done with the text.
  let transformation: Transformation?
  let fallback: [CellRule]

  /// Changes of a text, in this order.
  struct Transformation: Sendable {
    let afterLast: UInt8?
    let replacements: TextChoice<String>
    let isInverted: Bool
    let lookup: ColumnExpression.Lookup?
    let isExclusiveEnd: Bool
  }

  init(_ expression: ColumnExpression) {
    source =
      switch expression.source {
      case .first(let fields): .first(fields)
      case .constant(let text): .constant(text)
      case .sum(let fields): .sum(fields)
      case .product(let fields): .product(fields)
      case .latest(let fields): .latest(fields)
      case .ordinal: .ordinal
      case .positive(let words): .positive(words)
      case .cases(let key, let cases, let otherwise):
        .cases(key, cases.map { CellRule($0) }, otherwise: otherwise.map { CellRule($0) })
      }
    transformation = Transformation(expression)
    fallback = expression.fallback.map { CellRule($0) }
  }
}

extension CellRule.Transformation {
  /// Nil when the text stays as it is.
  fileprivate init?(_ expression: ColumnExpression) {
    afterLast = expression.afterLast?.utf8.first
    replacements = TextChoice(expression.words)
    isInverted = expression.isInverted
    lookup = expression.lookup
    isExclusiveEnd = expression.isExclusiveEnd
    guard
      afterLast != nil || !replacements.isEmpty || isInverted || lookup != nil || isExclusiveEnd
    else { return nil }
  }
}
