extension Value {
  /// The texts of all items in a row, lists in lists included, with `glue` between them.
  ///
  /// The pieces are escaped and the result is markup.
  func joined(by glue: String, escaping: Escaping) throws(Problem) -> String {
    var output = ""
    var isFirst = true
    for item in try items() {
      if !isFirst { output += glue }
      isFirst = false
      output += try item.escaped(escaping)
    }
    return output
  }

  /// The value as the page prints it: markup as it is, everything else escaped.
  func escaped(_ escaping: Escaping) throws(Problem) -> String {
    switch self {
    case .markup(let text): text
    case .nil, .number, .decimal, .flag, .date, .range, .money, .moneyBag: scalarText ?? ""
    default: escaping.escaped(try printed())
    }
  }

  /// The items that list filters work on: lists flattened, ranges written out, a record or any
  /// other value as the only item, nothing for nil.
  func items(limit: Int = 10_000_000) throws(Problem) -> [Value] {
    switch self {
    case .nil: return []
    case .list(let values):
      guard values.contains(where: \.isList) else { return values.array }
      var flat: [Value] = []
      try Self.flatten(values, into: &flat, depth: 0)
      return flat
    case .range, .moneyBag:
      let items = LoopItems(self)
      guard items.count <= limit else { throw .tooLarge(limit) }
      return (0..<items.count).map { items[$0] }
    default: return [self]
    }
  }

  private var isList: Bool {
    if case .list = self { true } else { false }
  }

  private static func flatten(
    _ values: ValueList, into flat: inout [Value], depth: Int
  ) throws(Problem) {
    guard depth <= deepest else { throw .tooDeep(deepest) }
    for value in values {
      if case .list(let inner) = value {
        try flatten(inner, into: &flat, depth: depth + 1)
      } else {
        flat.append(value)
      }
    }
  }
}
