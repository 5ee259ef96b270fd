import ExactNumbers

/// The filter `json`: any value as JSON on one line, keys in their order.
///
/// Decimals keep all digits. An amount of money is an object of amount, as text, and currency.
/// `<`, `>` and `&` are written as escapes, so that the text is harmless in a script element.
enum JSONFilter {
  static func json(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    var output = ""
    try write(value, into: &output, depth: 0)
    return .text(output)
  }

  private static func write(
    _ value: Value, into output: inout String, depth: Int
  ) throws(Problem) {
    guard depth <= Value.deepest else { throw .tooDeep(Value.deepest) }
    switch value {
    case .nil: output += "null"
    case .flag, .number, .decimal: output += value.scalarText ?? ""
    case .money(let money):
      output += "{\"amount\":\"\(money.amount)\",\"currency\":\"\(money.currency)\"}"
    case .record(let record):
      try write(record, into: &output, depth: depth)
    case .list, .range, .moneyBag:
      output += "["
      let items = LoopItems(value)
      guard items.count <= 10_000_000 else { throw .tooLarge(10_000_000) }
      for index in 0..<items.count {
        if index > 0 { output += "," }
        try write(items[index], into: &output, depth: depth + 1)
      }
      output += "]"
    case .text, .markup, .date, .empty, .blank:
      quote(value.scalarText ?? "", into: &output)
    }
  }

  private static func write(
    _ record: Record, into output: inout String, depth: Int
  ) throws(Problem) {
    output += "{"
    for (index, key) in record.keys.enumerated() {
      if index > 0 { output += "," }
      quote(key, into: &output)
      output += ":"
      try write(record.value(at: index), into: &output, depth: depth + 1)
    }
    output += "}"
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
