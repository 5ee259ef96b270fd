/// What is known of a value before a template runs: its fields, not what stands in them.
public indirect enum ValueShape: Hashable, Sendable {
  /// Nothing is known, so nothing is judged.
  case unknown
  /// Text, a number, an amount, a date or a flag.
  case plain
  /// Items of one shape.
  case list(ValueShape)
  /// A record with these fields and no others.
  case record([String: ValueShape])
}

extension ValueShape {
  /// The shape behind a dot; nil when the value has no such property.
  func property(_ name: String) -> ValueShape? {
    switch self {
    case .unknown: return .unknown
    case .plain: return Self.plainProperties.contains(name) ? .plain : nil
    case .list(let item):
      return name == "size" ? .plain : (name == "first" || name == "last" ? item : nil)
    case .record(let fields):
      if let field = fields[name] { return field }
      return name == "size" ? .plain : (name == "first" || name == "last" ? .unknown : nil)
    }
  }

  /// The shape in brackets, where a key that is not there is nothing wrong.
  func item(_ key: Expression) -> ValueShape {
    switch (self, key) {
    case (.list(let item), _): item
    case (.record(let fields), .literal(.text(let name))): fields[name] ?? .unknown
    default: .unknown
    }
  }

  /// The shape of what a loop goes through.
  var loopItem: ValueShape {
    switch self {
    case .list(let item): item
    case .plain: .plain
    case .record, .unknown: .unknown
    }
  }

  /// The names that may stand behind a dot, for suggestions.
  var propertyNames: [String] {
    switch self {
    case .unknown: []
    case .plain: Self.plainProperties
    case .list: ["size", "first", "last"]
    case .record(let fields): Array(fields.keys)
    }
  }

  /// What is known of a value that has one of two shapes.
  func merged(with other: ValueShape) -> ValueShape {
    if self == other { return self }
    guard case .list(let item) = self, case .list(let otherItem) = other else { return .unknown }
    return .list(item.merged(with: otherItem))
  }

  /// The shape of what a filter makes of the value.
  func filtered(by name: String) -> ValueShape {
    guard case .list(let item) = self else { return .unknown }
    switch name {
    case "where", "reject", "sort", "sort_natural", "reverse", "uniq", "compact": return self
    case "first", "last", "find": return item
    default: return .unknown
    }
  }

  private static let plainProperties = [
    "size", "first", "last", "amount", "currency", "year", "month", "day",
  ]
}
