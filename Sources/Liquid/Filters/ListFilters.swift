extension StandardFilters {
  static let lists: [String: Filter] = [
    "compact": Filter(0...1, function: compact),
    "concat": Filter(1...1, function: concat),
    "find": Filter(1...2) { value, arguments throws(Problem) in
      try Selection(value, arguments).first(or: .nil) { _, item in item }
    },
    "find_index": Filter(1...2) { value, arguments throws(Problem) in
      try Selection(value, arguments).first(or: .nil) { index, _ in .number(index) }
    },
    "first": Filter { value, _ in value.first ?? .nil },
    "has": Filter(1...2) { value, arguments throws(Problem) in
      try Selection(value, arguments).first(or: .flag(false)) { _, _ in .flag(true) }
    },
    "join": Filter(0...1) { value, arguments throws(Problem) in
      let glue = arguments.positional.isEmpty ? " " : try arguments[0].printed()
      return try row(value.items(), arguments, glue: glue)
    },
    "last": Filter { value, _ in value.last ?? .nil },
    "map": Filter(1...1, function: map),
    "reject": Filter(1...2) { value, arguments throws(Problem) in
      try Selection(value, arguments).items(selected: false)
    },
    "reverse": Filter { value, _ throws(Problem) in .list(try value.items().reversed()) },
    "sort": Filter(0...1) { value, arguments throws(Problem) in
      .list(try Sorting.sorted(value.items(), by: arguments[0], Sorting.order))
    },
    "sort_natural": Filter(0...1) { value, arguments throws(Problem) in
      .list(try Sorting.sorted(value.items(), by: arguments[0], Sorting.naturalOrder))
    },
    "sum": Filter(0...1, function: sum),
    "uniq": Filter(0...1, function: uniq),
    "where": Filter(1...2) { value, arguments throws(Problem) in
      try Selection(value, arguments).items(selected: true)
    },
  ]

  /// The items that are not nil, or whose property is not nil.
  private static func compact(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let property = arguments[0]
    var kept: [Value] = []
    for item in try value.items() {
      guard !property.isNil else {
        if !item.isNil { kept.append(item) }
        continue
      }
      guard case .value(let found) = try Selected(property, of: item) else { return .nil }
      if !found.isNil { kept.append(item) }
    }
    return .list(kept)
  }

  private static func concat(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    switch arguments[0] {
    case .list(let more): return .list(try value.items() + more)
    case .range: return .list(try value.items() + arguments[0].items())
    default: throw .wrongKind(arguments[0].kind, expected: "a list")
    }
  }

  private static func map(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    var values: [Value] = []
    for item in try value.items() {
      if arguments[0].isNil {
        values.append(.nil)
      } else if case .value(let found) = try Selected(arguments[0], of: item) {
        values.append(found)
      } else {
        values.append(.nil)
      }
    }
    return .list(values)
  }

  /// The sum of numbers; of amounts of money too, one for each currency when there are several.
  private static func sum(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    var total = Total()
    for item in try value.items() {
      guard !arguments[0].isNil else {
        try total.add(item)
        continue
      }
      guard case .value(let found) = try Selected(arguments[0], of: item) else { continue }
      try total.add(found)
    }
    return try total.value()
  }

  private static func uniq(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    var seen: Set<String> = []
    var kept: [Value] = []
    for item in try value.items() {
      var key = item
      if !arguments[0].isNil {
        guard case .value(let found) = try Selected(arguments[0], of: item) else { return .nil }
        key = found
      }
      if seen.insert(try key.distinction()).inserted { kept.append(item) }
    }
    return .list(kept)
  }
}

extension Value {
  /// Text that differs exactly when the values do.
  fileprivate func distinction() throws(Problem) -> String {
    if let textOrNil { return "\"" + textOrNil }
    var text = ""
    try inspect(into: &text)
    return text
  }
}
