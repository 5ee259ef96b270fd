internal import ExactNumbers
internal import Liquid

extension SiteEnvironment {
  /// `money`, `number`, `percent`, `date`, `cost`, `amounts` (with `"nonzero"` those that are not
  /// zero): figures as the language writes them; a
  /// dash for nil.
  static func figureFilters(_ wording: Wording) -> [String: Filter] {
    [
      "money": Filter(0...1) { value, arguments throws(Problem) in
        guard let text = try money(value, wording, arguments[0]) else {
          return missing(wording, arguments.escaping)
        }
        return .text(text)
      },
      "number": Filter { value, arguments throws(Problem) in
        switch value {
        case .number(let number): return .text(cells(wording).numbers.text(number))
        case .decimal(let number): return .text(cells(wording).numbers.text(number))
        case .nil: return missing(wording, arguments.escaping)
        default: return value
        }
      },
      "percent": Filter { value, arguments throws(Problem) in
        switch value {
        case .number(let number): return .text(cells(wording).percent(ExactDecimal(number)))
        case .decimal(let share):
          guard let rounded = share.rounded(to: 4, .halfEven) else { throw .numberOutOfRange }
          return .text(cells(wording).percent(rounded))
        case .nil: return missing(wording, arguments.escaping)
        default: throw .wrongKind("something else", expected: "a share")
        }
      },
      "date": Filter(0...1) { value, arguments throws(Problem) in
        try date(value, wording, arguments)
      },
      "amounts": Filter(1...2) { value, arguments throws(Problem) in
        guard case .list(let rows) = value, case .text(let column) = arguments[0] else {
          throw .wrongKind("something else", expected: "a list of rows, and a column in quotes")
        }
        guard case .text("nonzero") = arguments[1] else {
          return .text(try amounts(rows, column, wording) { _ in true })
        }
        return .text(try amounts(rows, column, wording, isNotZero))
      },
      "cost": Filter(0...1) { value, arguments throws(Problem) in
        guard case .record(let row) = value else {
          throw .wrongKind("something else", expected: "a row or total")
        }
        return try cost(row, wording, arguments)
      },
    ]
  }

  /// An amount with its currency, without it for the argument `"bare"`; nil for nil.
  private static func money(
    _ value: Value, _ wording: Wording, _ form: Value
  ) throws(Problem) -> String? {
    var mark = CellText.CurrencyMark.shown
    if case .text("bare") = form { mark = .inHeading }
    switch value {
    case .nil: return nil
    case .money(let money):
      return cells(wording).amount(money, mark)
    case .moneyBag(let bag):
      let amounts = bag.all.map { cells(wording).amount($0) }
      return amounts.isEmpty ? nil : amounts.joined(separator: ", ")
    default: throw .wrongKind("something else", expected: "an amount of money")
    }
  }

  /// The amounts of one column side by side, those that are unknown too: `12.00 EUR, 900 JPY and an
  /// unknown amount of USD`; a dash without any that is shown.
  private static func amounts(
    _ rows: ValueList, _ column: String, _ wording: Wording, _ isShown: (Value) -> Bool
  ) throws(Problem) -> String {
    var texts: [String] = []
    for case .record(let row) in rows where isShown(row[column] ?? .nil) {
      if let text = try money(row[column] ?? .nil, wording, .nil) {
        texts.append(text)
      } else if case .text(let code)? = row["currency"] {
        texts.append(wording.text("ui.unknown_amount", [("name", code)]))
      }
    }
    return texts.isEmpty ? "–" : wording.enumeration(texts)
  }

  /// True for an amount that is not shown as zero, and for an unknown one.
  private static func isNotZero(_ value: Value) -> Bool {
    guard case .money(let money) = value else { return true }
    return money.rounded?.amount != .zero
  }

  /// A day or month in the language's pattern; with an argument what the language's own filter does.
  private static func date(
    _ value: Value, _ wording: Wording, _ arguments: Arguments
  ) throws(Problem) -> Value {
    if !arguments.positional.isEmpty { return try patterned(value, arguments) }
    switch value {
    case .date(let date): return .text(wording.dates.text(date))
    case .text(let text) where text.utf8.count == 7:
      return .text(wording.dates.text(month: text))
    case .nil: return missing(wording, arguments.escaping)
    default: return value
    }
  }

  /// What the language's own filter makes of a date and a pattern.
  private static func patterned(
    _ value: Value, _ arguments: Arguments
  ) throws(Problem) -> Value {
    do throws(TemplateError) {
      let template = try Template(
        parsing: "{{ value | date: pattern }}", name: "date",
        in: Environment(today: arguments.today))
      return .text(try template.render(["value": value, "pattern": arguments[0]]))
    } catch {
      throw .other(error.message)
    }
  }

  /// A row's monthly cost; `≥ 12,340.00 · 3 without price` when only a part of it is known.
  private static func cost(
    _ row: Record, _ wording: Wording, _ arguments: Arguments
  ) throws(Problem) -> Value {
    if let text = try money(row["monthly_cost"] ?? .nil, wording, arguments[0]) {
      return .text(text)
    }
    guard case .number(let unpriced)? = row["unpriced"], unpriced > 0,
      let known = try money(row["monthly_cost_known"] ?? .nil, wording, arguments[0])
    else { return missing(wording, arguments.escaping) }
    return .text(
      "≥\(cells(wording).numbers.space)\(known) · "
        + wording.text("ui.without_price", count: unpriced))
  }
}
