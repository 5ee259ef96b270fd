/// A property that values have by their kind, without a field of that name.
enum OwnProperty: String, Sendable {
  case size, first, last, amount, currency, year, month, day
}
