import CalendarDates
import ExactNumbers

extension Value {
  /// How deep lists and records may be nested when they are printed, compared or flattened.
  static let deepest = 64

  /// The value as the language prints it, without escaping; nil prints nothing.
  ///
  /// Throws `Problem.tooDeep` for lists and records nested deeper than 64.
  public func printed() throws(Problem) -> String {
    if let text = scalarText { return text }
    var output = ""
    try write(into: &output, depth: 0)
    return output
  }

  /// The value as filters of text take it: a list as a program would write it, everything else as it is
  /// printed.
  func asText() throws(Problem) -> String {
    guard case .list = self else { return try printed() }
    var output = ""
    try inspect(into: &output)
    return output
  }

  /// The text of a value that is neither list nor record.
  var scalarText: String? {
    switch self {
    case .nil, .empty, .blank: ""
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .decimal(let decimal): Self.text(of: decimal)
    case .text(let text), .markup(let text): text
    case .date(let date): date.description
    case .money(let money): money.description
    case .moneyBag(let bag): bag.all.map(\.description).joined(separator: ", ")
    case .range(let first, let last): "\(first)..\(last)"
    case .list, .record: nil
    }
  }

  /// All digits, and at least one after the mark: `4.0`, `0.1`.
  static func text(of decimal: ExactDecimal) -> String {
    let digits = decimal.description
    return digits.utf8.contains(UInt8(ascii: ".")) ? digits : digits + ".0"
  }

  private func write(into output: inout String, depth: Int) throws(Problem) {
    guard depth <= Self.deepest else { throw .tooDeep(Self.deepest) }
    switch self {
    case .list(let values):
      for value in values { try value.write(into: &output, depth: depth + 1) }
    case .record:
      try inspect(into: &output, depth: depth)
    default:
      output += scalarText ?? ""
    }
  }

  /// Writes the value as a program would: text in quotes, `{"key"=>1}`, `[1, 2]`, `nil`.
  func inspect(into output: inout String, depth: Int = 0) throws(Problem) {
    guard depth <= Self.deepest else { throw .tooDeep(Self.deepest) }
    switch self {
    case .nil:
      output += "nil"
    case .text(let text), .markup(let text):
      Self.quote(text, into: &output)
    case .list(let values):
      output += "["
      for (index, value) in values.enumerated() {
        if index > 0 { output += ", " }
        try value.inspect(into: &output, depth: depth + 1)
      }
      output += "]"
    case .record(let record):
      output += "{"
      for index in 0..<record.count {
        if index > 0 { output += ", " }
        Self.quote(record.keys[index], into: &output)
        output += "=>"
        try record.value(at: index).inspect(into: &output, depth: depth + 1)
      }
      output += "}"
    default:
      output += scalarText ?? ""
    }
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
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
