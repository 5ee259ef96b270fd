/// The filters of the language, and `raw` and `json`.
enum StandardFilters {
  static let all: [String: Filter] = [text, lists, search, numbers, encoding, other]
    .reduce(into: [:]) { all, group in all.merge(group) { first, _ in first } }

  private static let other: [String: Filter] = [
    "date": Filter(1...1, function: DateFilter.date),
    "default": Filter(0...1, named: ["allow_false"], function: defaultValue),
    "json": Filter(function: JSONFilter.json),
    "size": Filter { value, _ in .number(value.size ?? 0) },
  ]

  private static func defaultValue(
    _ value: Value, _ arguments: Arguments
  ) throws(Problem) -> Value {
    let allowsFalse = arguments["allow_false"]?.isTruthy ?? false
    let isMissing = allowsFalse ? value.isNil : !value.isTruthy
    return isMissing || value.isEmpty ? arguments[0] : value
  }
}
