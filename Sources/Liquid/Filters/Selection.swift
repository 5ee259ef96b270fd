/// What an item says about a property.
enum Selected {
  /// The property's value; nil when the item has no such property.
  case value(Value)
  /// The item is nothing that properties can be asked of.
  case unselectable

  /// The property of an item: a field of a record, whether text contains it, a bit of a number.
  init(_ property: Value, of item: Value) throws(Problem) {
    switch (item, property) {
    case (.record(let record), _):
      self = .value(property.textOrNil.flatMap { record[$0] } ?? .nil)
    case (.text(let text), _), (.markup(let text), _):
      guard let part = property.textOrNil else { throw .cannotSelect(try property.printed()) }
      let isPart = ByteSearch(part).first(in: Array(text.utf8)) != nil
      self = .value(isPart ? property : .nil)
    case (.number(let number), .number(let bit)):
      self = .value(.number(bit < 0 || bit > 63 ? 0 : number >> bit & 1))
    case (.number, _):
      throw .cannotSelect(try property.printed())
    case (.money, _):
      self = .value(property.textOrNil.flatMap { item.property($0) } ?? .nil)
    default:
      self = .unselectable
    }
  }
}

/// Which items of a list have a property, or have it with a certain value.
///
/// The filters `where`, `reject`, `find`, `find_index` and `has`. Without a property nothing is
/// selected. An item that has no properties at all makes the whole answer nil, as the language says.
struct Selection {
  private let items: [Value]
  private let property: Value
  private let target: Value

  init(_ value: Value, _ arguments: Arguments) throws(Problem) {
    property = arguments[0]
    target = arguments[1]
    items = property.isNil ? [] : try value.items()
  }

  /// Whether the item is selected; nil when it has no properties.
  private func selects(_ item: Value) throws(Problem) -> Bool? {
    switch try Selected(property, of: item) {
    case .unselectable: return nil
    case .value(let value): return target.isNil ? value.isTruthy : try value.equals(target)
    }
  }

  /// The items that are selected, or those that are not.
  func items(selected wanted: Bool) throws(Problem) -> Value {
    var result: [Value] = []
    for item in items {
      guard let isSelected = try selects(item) else { return .nil }
      if isSelected == wanted { result.append(item) }
    }
    return .list(result)
  }

  /// What `answer` says of the first selected item, or `none` without one.
  func first(or none: Value, _ answer: (Int, Value) -> Value) throws(Problem) -> Value {
    for (index, item) in items.enumerated() {
      guard let isSelected = try selects(item) else { return .nil }
      if isSelected { return answer(index, item) }
    }
    return none
  }
}
