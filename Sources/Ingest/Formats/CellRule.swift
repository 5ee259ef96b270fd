/// A column's expression as it is worked out for every record.
///
/// A class, so that nothing of it is copied for a cell; nothing of it changes.
final class CellRule: Sendable {
  /// Where the text comes from.
  let source: CellSource<CellRule>
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
    source = expression.source.map { CellRule($0) }
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
