import CalendarDates
import ExactNumbers
import UnicodeFolding

/// Works out the cells of a mapped row.
struct CellMapper {
  /// A cell of our table: its text and where it comes from.
  struct Cell {
    var text: ArraySlice<UInt8>
    var range: Range<Int>?
    var problem: CellProblem?
    /// Written as the schema says, whatever the dialect of the file.
    var isPlain = false
  }

  let dialect: Dialect
  let lookups: ProductLookups
  /// The texts that stand for nothing.
  let nullTexts: [[UInt8]]
  /// The fields of the record.
  var record: [SourceCell?] = []
  /// The fields of the piece.
  var item: [SourceCell?] = []
  /// The number of the record, from 1.
  var ordinal = 0

  init(dialect: Dialect, lookups: ProductLookups, nullWords: [String]) {
    self.dialect = dialect
    self.lookups = lookups
    nullTexts = (["NULL", "null", "None", "N/A"] + nullWords).map { Array($0.utf8) }
      .filter { $0.count <= 16 }
  }

  /// The field when something is given.
  func field(_ reference: FieldReference) -> SourceCell? {
    let cell: SourceCell? =
      switch reference {
      case .record(let index): index < record.count ? record[index] : nil
      case .item(let index): index < item.count ? item[index] : nil
      }
    guard let cell, !isNothing(cell) else { return nil }
    return cell
  }

  private func isNothing(_ cell: SourceCell) -> Bool {
    guard cell.problem == nil else { return false }
    if cell.text.isEmpty { return true }
    guard cell.text.count <= 16 else { return false }
    return nullTexts.contains { $0.count == cell.text.count && $0.elementsEqual(cell.text) }
  }

  /// The later of the day in a field and another one.
  func latestDay(_ reference: FieldReference, _ other: CalendarDate?) -> CalendarDate? {
    guard let day = field(reference).flatMap({ date($0.text) }) else { return other }
    return other.map { max(day, $0) } ?? day
  }

  /// The cell that an expression gives; nil when nothing is given.
  func cell(_ expression: ColumnExpression) -> Cell? {
    if let cell = source(expression.source).flatMap({ transformed($0, expression) }) { return cell }
    for fallback in expression.fallback {
      if let cell = cell(fallback) { return cell }
    }
    return nil
  }

  private func source(_ source: ColumnExpression.Source) -> Cell? {
    switch source {
    case .first(let fields):
      for reference in fields {
        if let field = field(reference) { return Self.cell(field) }
      }
      return nil
    case .constant(let text): return Cell(text: ArraySlice(text.utf8), isPlain: true)
    case .ordinal: return Cell(text: ArraySlice("\(ordinal)".utf8), isPlain: true)
    case .sum(let fields):
      return combined(fields.compactMap { field($0) }, of: .zero) { $0.adding($1) }
    case .product(let fields):
      let factors = fields.compactMap { field($0) }
      guard factors.count == fields.count else { return nil }
      return combined(factors, of: ExactDecimal(1)) { $0.multiplied(by: $1, to: 18, .halfEven) }
    case .latest(let fields): return latest(fields.compactMap { field($0) })
    case .positive(let words):
      let found = words.first { word in
        field(word.field).flatMap { number($0) }.map { $0 > .zero } ?? false
      }
      return found.map {
        Cell(text: ArraySlice($0.word.utf8), range: field($0.field)?.range, isPlain: true)
      }
    case .cases(let key, let cases, let otherwise):
      return (cases.value(of: field(key)?.text ?? []) ?? otherwise).flatMap { cell($0) }
    }
  }

  private static func cell(_ field: SourceCell) -> Cell {
    Cell(text: field.text, range: field.range, problem: field.problem, isPlain: field.isNumber)
  }
}

extension CellMapper {
  private func number(_ field: SourceCell) -> ExactDecimal? {
    if field.isNumber || dialect.decimal != .comma,
      let number = DecimalText.parseScientific(field.text.span)
    {
      return number
    }
    let mark = dialect.decimal ?? .point
    return WrittenNumber(field.text.span)?.plain(mark).flatMap { DecimalText.parse($0.span) }
  }

  /// Works the fields out; what cannot be read, or does not fit, is handed on as it is and refused there.
  private func combined(
    _ fields: [SourceCell], of start: ExactDecimal,
    _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> Cell? {
    guard let first = fields.first else { return nil }
    var result = start
    for field in fields {
      guard let number = number(field), let next = operation(result, number) else {
        return Self.cell(field)
      }
      result = next
    }
    return Cell(text: ArraySlice(result.description.utf8), range: first.range, isPlain: true)
  }

  private func date(_ text: ArraySlice<UInt8>) -> CalendarDate? {
    CalendarDate(iso8601: text.span) ?? dialect.dates.flatMap { WrittenDate(text.span)?.date($0) }
  }

  private func latest(_ fields: [SourceCell]) -> Cell? {
    var latest: (date: CalendarDate, field: SourceCell)?
    for field in fields {
      guard let date = date(field.text) else { return Self.cell(field) }
      if latest.map({ date > $0.date }) ?? true { latest = (date, field) }
    }
    return latest.map { found in
      Cell(text: ArraySlice(found.date.description.utf8), range: found.field.range, isPlain: true)
    }
  }

  private func transformed(_ cell: Cell, _ expression: ColumnExpression) -> Cell? {
    guard cell.problem == nil else { return cell }
    var cell = cell
    if let mark = expression.afterLast { cell.text = Self.part(of: cell.text, after: mark) }
    if !expression.replacements.isEmpty,
      let word = expression.replacements.value(of: cell.text)
    {
      cell.text = word
    }
    if expression.isInverted || expression.lookup != nil {
      guard replaceText(of: &cell, expression) else { return nil }
    }
    if expression.isExclusiveEnd { makeInclusive(&cell) }
    return cell.text.isEmpty ? nil : cell
  }

  /// False when a look-up finds nothing.
  private func replaceText(of cell: inout Cell, _ expression: ColumnExpression) -> Bool {
    var text = String(decoding: cell.text, as: UTF8.self)
    if expression.isInverted {
      text = ["true": "false", "false": "true"][text.lowercased()] ?? text
    }
    switch expression.lookup {
    case .productID: text = lookups.id(ofName: text) ?? text
    case .productName:
      guard let name = lookups.name(ofID: text) else { return false }
      text = name
    case nil: break
    }
    cell.text = ArraySlice(text.utf8)
    return true
  }

  private static func part(of text: ArraySlice<UInt8>, after mark: String) -> ArraySlice<UInt8> {
    guard let byte = mark.utf8.first, let place = text.lastIndex(of: byte) else { return text }
    return text[(place + 1)...]
  }

  /// An end at midnight belongs to the day before.
  private func makeInclusive(_ cell: inout Cell) {
    guard let date = date(cell.text) else { return }
    let time = cell.text.drop { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }.dropFirst()
    let isMidnight = time.prefix { $0 != UInt8(ascii: "Z") && $0 != UInt8(ascii: "+") }.allSatisfy {
      $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    let day = isMidnight ? date.adding(days: -1) : date
    cell.text = ArraySlice(day.description.utf8)
    cell.isPlain = true
  }
}
