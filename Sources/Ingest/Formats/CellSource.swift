/// Where the text of a mapped column comes from: `Expression` is what stands for other columns in it, as a
/// mapping says it or as it is worked out for records.
indirect enum CellSource<Expression: Sendable>: Sendable {
  /// The first of these fields that is given.
  case first([FieldReference])
  case constant(String)
  /// The sum of those that are given.
  case sum([FieldReference])
  /// The product, when all are given.
  case product([FieldReference])
  /// The latest of these dates.
  case latest([FieldReference])
  /// The number of the record in its file, from 1.
  case ordinal
  /// The word of the first field that is a number above zero.
  case positive([(field: FieldReference, word: String)])
  /// An expression for each text that a field may have; nil: for any other.
  case cases(FieldReference, TextChoice<Expression>, otherwise: Expression?)

  /// The same source with other expressions.
  func map<Other>(_ transform: (Expression) -> Other) -> CellSource<Other> {
    switch self {
    case .first(let fields): .first(fields)
    case .constant(let text): .constant(text)
    case .sum(let fields): .sum(fields)
    case .product(let fields): .product(fields)
    case .latest(let fields): .latest(fields)
    case .ordinal: .ordinal
    case .positive(let words): .positive(words)
    case .cases(let key, let cases, let otherwise):
      .cases(key, cases.map(transform), otherwise: otherwise.map(transform))
    }
  }
}
