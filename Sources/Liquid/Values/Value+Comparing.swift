import CalendarDates
import ExactNumbers

extension Value {
  /// True when the language says that the two are equal.
  ///
  /// Numbers are equal by value (`1 == 1.0`), text by its bytes, lists and records by their content,
  /// a date also to its ISO text, and an amount of money to a number by the amount.
  func equals(_ other: Value, depth: Int = 0) throws(Problem) -> Bool {
    guard depth <= Self.deepest else { throw .tooDeep(Self.deepest) }
    switch (self, other) {
    case (.blank, .blank), (.empty, .empty), (.nil, .nil): return true
    case (.blank, .empty), (.empty, .blank): return false
    case (.blank, _): return other.isBlank
    case (_, .blank): return isBlank
    case (.empty, _): return other.isEmpty
    case (_, .empty): return isEmpty
    case (.flag(let left), .flag(let right)): return left == right
    case (.range(let first, let last), .range(let otherFirst, let otherLast)):
      return first == otherFirst && last == otherLast
    case (.list(let left), .list(let right)):
      return try Self.equal(left, right, depth: depth)
    case (.record(let left), .record(let right)):
      return try Self.equal(left, right, depth: depth)
    case (.moneyBag(let left), .moneyBag(let right)): return left == right
    default: return equalsScalar(other)
    }
  }

  private func equalsScalar(_ other: Value) -> Bool {
    switch (self, other) {
    case (.money(let left), .money(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    case (.date(let date), .text(let text)), (.text(let text), .date(let date)):
      return CalendarDate(text) == date
    default:
      if let left = textOrNil, let right = other.textOrNil { return Self.same(left, right) }
      guard let left = exact, let right = other.exact else { return false }
      return left == right
    }
  }

  private static func equal(
    _ left: ValueList, _ right: ValueList, depth: Int
  ) throws(Problem) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices {
      guard try left[index].equals(right[index], depth: depth + 1) else { return false }
    }
    return true
  }

  private static func equal(
    _ left: Record, _ right: Record, depth: Int
  ) throws(Problem) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count {
      guard let other = right[left.keys[index]] else { return false }
      guard try left.value(at: index).equals(other, depth: depth + 1) else { return false }
    }
    return true
  }

  /// True when the bytes are the same; Swift's `==` would take composed and decomposed as equal.
  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  /// True for text, lists and records without content.
  var isEmpty: Bool {
    switch self {
    case .list(let values): values.isEmpty
    case .record(let record): record.count == 0
    case .moneyBag(let bag): bag.isEmpty
    default: textOrNil?.isEmpty ?? false
    }
  }

  /// True for what is empty, only white space, nil or false.
  var isBlank: Bool {
    switch self {
    case .nil, .flag(false): true
    case .text(let text), .markup(let text):
      text.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
    default: isEmpty
    }
  }
}

extension Value {
  /// How the two stand to each other: below 0, 0 or above; nil when they have no order.
  ///
  /// Numbers compare with numbers and with amounts of money, amounts with amounts of the same
  /// currency, text by its bytes, dates with dates and ISO text.
  func order(_ other: Value) -> Int? {
    switch (self, other) {
    case (.money(let left), .money(let right)):
      guard left.currency == right.currency else { return nil }
      return Self.order(left.amount, right.amount)
    case (.number(let left), .number(let right)):
      return Self.order(left, right)
    case (.date(let left), .date(let right)):
      return Self.order(left, right)
    case (.date(let left), .text(let text)):
      return CalendarDate(text).map { Self.order(left, $0) }
    case (.text(let text), .date(let right)):
      return CalendarDate(text).map { Self.order($0, right) }
    default:
      if let left = exact, let right = other.exact { return Self.order(left, right) }
      guard let left = textOrNil, let right = other.textOrNil else { return nil }
      return Self.order(left, right)
    }
  }

  private static func order<Item: Comparable>(_ left: Item, _ right: Item) -> Int {
    left < right ? -1 : (left == right ? 0 : 1)
  }

  /// Orders text by its bytes, which is the order of code points.
  static func order(_ left: String, _ right: String) -> Int {
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
    return same(left, right) ? 0 : 1
  }

  /// The operator `contains`: text in text, a value in a list, a key in a record.
  func contains(_ other: Value) throws(Problem) -> Bool {
    guard isTruthy, other.isTruthy else { return false }
    switch self {
    case .list(let values):
      for value in values where try value.equals(other) { return true }
      return false
    case .record(let record):
      guard let key = other.textOrNil else { return false }
      return record[key] != nil
    case .range(let first, let last):
      guard case .number(let number) = other else { return false }
      return first <= number && number <= last
    default:
      guard let text = textOrNil else { return false }
      return ByteSearch(try other.printed()).first(in: Array(text.utf8)) != nil
    }
  }
}
