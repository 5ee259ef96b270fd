import CalendarDates
import ExactNumbers

extension Value {
  /// What stands behind a dot: a field, or `size`, `first` and `last`; nil when there is no such.
  func property(_ name: String) -> Value? {
    if case .record(let record) = self, let value = record[name] { return value }
    return OwnProperty(rawValue: name).flatMap { property($0) }
  }

  /// What a value has by its kind; nil when it has no such property.
  func property(_ property: OwnProperty) -> Value? {
    switch property {
    case .size: size.map { .number($0) }
    case .first: first
    case .last: last
    case .amount, .currency: moneyProperty(property)
    case .year, .month, .day: dateProperty(property)
    }
  }

  /// The item at a place from 0 on, as in brackets.
  func item(at place: Int) -> Value {
    guard case .list(let values) = self else { return item(.number(place)) }
    return place < values.count ? values[place] : .nil
  }

  /// What stands in brackets: an item by its place (below 0 from the end), or a field by its key.
  func item(_ key: Value) -> Value {
    switch (self, key) {
    case (.list(let values), .number(let index)):
      let place = index < 0 ? index &+ values.count : index
      return values.indices.contains(place) ? values[place] : .nil
    case (.range, .number(let index)):
      let items = LoopItems(self)
      let place = index < 0 ? index &+ items.count : index
      return (0..<items.count).contains(place) ? items[place] : .nil
    case (.record(let record), _):
      return key.textOrNil.flatMap { record[$0] } ?? .nil
    case (.money, .text(let name)):
      return OwnProperty(rawValue: name).flatMap { moneyProperty($0) } ?? .nil
    default:
      return .nil
    }
  }

  /// How many items, fields or characters (code points) there are; nil for other values.
  var size: Int? {
    switch self {
    case .list, .range, .record, .moneyBag: LoopItems(self).count
    default: textOrNil?.unicodeScalars.count
    }
  }

  /// The first item, or the first field as key and value; nil when the value has no items.
  var first: Value? {
    switch self {
    case .list, .range, .record, .moneyBag:
      let items = LoopItems(self)
      return items.count > 0 ? items[0] : .nil
    default: return nil
    }
  }

  /// The last item; a record has none, as the language says.
  var last: Value? {
    switch self {
    case .list, .range, .moneyBag:
      let items = LoopItems(self)
      return items.count > 0 ? items[items.count - 1] : .nil
    case .record: return .nil
    default: return nil
    }
  }

  private func moneyProperty(_ property: OwnProperty) -> Value? {
    guard case .money(let money) = self else { return nil }
    switch property {
    case .amount: return .decimal(money.amount)
    case .currency: return .text(money.currency.code)
    default: return nil
    }
  }

  private func dateProperty(_ property: OwnProperty) -> Value? {
    guard case .date(let date) = self else { return nil }
    let (year, month, day) = date.components
    switch property {
    case .year: return .number(year)
    case .month: return .number(month)
    case .day: return .number(day)
    default: return nil
    }
  }
}
