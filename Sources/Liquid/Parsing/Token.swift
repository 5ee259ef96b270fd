import ExactNumbers

/// A word of an expression.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    case name(String)
    case text(String)
    case number(Int)
    case decimal(ExactDecimal)
    case comparison(Comparison)
    case pipe, dot, dots, colon, comma, assign
    case openBracket, closeBracket, openParenthesis, closeParenthesis
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

extension Token {
  /// True for text in quotes.
  var isText: Bool {
    if case .text = kind { true } else { false }
  }
}
