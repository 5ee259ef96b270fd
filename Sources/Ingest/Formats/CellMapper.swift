import CalendarDates
import ExactNumbers
import UnicodeFolding

/// Works out the cells of mapped rows.
///
/// A class, so that rows of all tables refer to it; nothing of it changes.
final class CellMapper: Sendable {
  /// A cell of our table: its text among those of the record, and where it comes from.
  struct Cell {
    var text: Range<Int>
    var range: Range<Int>?
    /// The place among the problems of the record.
    var problem: Int?
    /// Written as the schema says, whatever the dialect of the file.
    var isPlain = false
  }

  let dialect: Dialect
  let lookups: ProductLookups
  /// The texts that stand for nothing.
  private let nullTexts: [[UInt8]]
  /// A bit for each length that one of them has.
  private let nullLengths: UInt64

  init(dialect: Dialect, lookups: ProductLookups, nullWords: [String]) {
    self.dialect = dialect
    self.lookups = lookups
    nullTexts = (["NULL", "null", "None", "N/A"] + nullWords).map { Array($0.utf8) }
    nullLengths = nullTexts.reduce(0) { $0 | Self.bit(ofLength: $1.count) }
  }

  /// The field when something is given.
  func field(_ reference: FieldReference, _ record: borrowing MappedRecord) -> SourceCell? {
    let cell: SourceCell? =
      switch reference {
      case .record(let index): index < record.cells.count ? record.cells[index] : nil
      case .item(let index): index < record.item.count ? record.item[index] : nil
      }
    guard let cell, !isNothing(cell, record) else { return nil }
    return cell
  }

  /// Lengths from 63 on share a bit.
  private static func bit(ofLength length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  private func isNothing(_ cell: SourceCell, _ record: borrowing MappedRecord) -> Bool {
    guard cell.problem == nil else { return false }
    if cell.text.isEmpty { return true }
    guard nullLengths & Self.bit(ofLength: cell.text.count) != 0 else {
      return false
    }
    let text = record.texts.span.extracting(cell.text)
    for nothing in nullTexts where text.equals(nothing.span) {
      return true
    }
    return false
  }

  /// The later of the day in a field and another one.
  func latestDay(
    _ reference: FieldReference, _ other: CalendarDate?, _ record: borrowing MappedRecord
  ) -> CalendarDate? {
    guard let day = field(reference, record).flatMap({ date($0.text, record) }) else {
      return other
    }
    return other.map { max(day, $0) } ?? day
  }

  /// The cell that a rule gives; nil when nothing is given. Texts that are made are added to the
  /// record's.
  func cell(_ rule: CellRule, _ record: inout MappedRecord) -> Cell? {
    var found = source(rule.source, &record)
    if let cell = found, let transformation = rule.transformation {
      found = transformed(cell, transformation, &record)
    }
    // A word of the mapping may be empty: nothing is given then.
    if let found, !found.text.isEmpty || found.problem != nil { return found }
    for fallback in rule.fallback {
      if let cell = cell(fallback, &record) { return cell }
    }
    return nil
  }

  private func source(_ source: CellSource<CellRule>, _ record: inout MappedRecord) -> Cell? {
    switch source {
    case .first(let fields):
      for reference in fields {
        if let field = field(reference, record) { return Self.cell(field) }
      }
      return nil
    case .constant(let text): return made(text, nil, &record)
    case .ordinal: return made(String(record.ordinal), nil, &record)
    case .sum(let fields):
      let parts = fields.compactMap { field($0, record) }
      return combined(parts, of: .zero, &record) { $0.adding($1) }
    case .product(let fields):
      let factors = fields.compactMap { field($0, record) }
      guard factors.count == fields.count else { return nil }
      return combined(factors, of: ExactDecimal(1), &record) {
        $0.multiplied(by: $1, to: 18, .halfEven)
      }
    case .latest(let fields): return latest(fields.compactMap { field($0, record) }, &record)
    case .positive(let words): return positive(words, &record)
    case .cases(let key, let cases, let otherwise):
      let text = field(key, record)?.text ?? 0..<0
      let chosen = cases.value(of: record.texts.span.extracting(text))
      return (chosen ?? otherwise).flatMap { cell($0, &record) }
    }
  }

  private static func cell(_ field: SourceCell) -> Cell {
    Cell(text: field.text, range: field.range, problem: field.problem, isPlain: field.isNumber)
  }

  /// A cell whose text is no field's.
  private func made(
    _ text: String, _ range: Range<Int>?, _ record: inout MappedRecord
  ) -> Cell {
    Cell(text: record.append(text), range: range, isPlain: true)
  }
}

extension CellMapper {
  private func number(
    _ field: SourceCell, _ record: borrowing MappedRecord
  ) -> ExactDecimal? {
    let text = record.texts.span.extracting(field.text)
    if field.isNumber || dialect.decimal != .comma,
      let number = DecimalText.parseScientific(text)
    {
      return number
    }
    let mark = dialect.decimal ?? .point
    return WrittenNumber(text)?.plain(mark).flatMap { DecimalText.parse($0.span) }
  }

  /// Works the fields out; what cannot be read, or does not fit, is handed on as it is and refused there.
  private func combined(
    _ fields: [SourceCell], of start: ExactDecimal, _ record: inout MappedRecord,
    _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> Cell? {
    guard let first = fields.first else { return nil }
    var result = start
    for field in fields {
      guard let number = number(field, record), let next = operation(result, number) else {
        return Self.cell(field)
      }
      result = next
    }
    return made(result.description, first.range, &record)
  }

  private func positive(
    _ words: [(field: FieldReference, word: String)], _ record: inout MappedRecord
  ) -> Cell? {
    for (reference, word) in words {
      guard let field = field(reference, record), let number = number(field, record),
        number > .zero
      else { continue }
      return made(word, field.range, &record)
    }
    return nil
  }

  func date(_ text: Range<Int>, _ record: borrowing MappedRecord) -> CalendarDate? {
    let text = record.texts.span.extracting(text)
    return CalendarDate(iso8601: text) ?? dialect.dates.flatMap { WrittenDate(text)?.date($0) }
  }

  private func latest(_ fields: [SourceCell], _ record: inout MappedRecord) -> Cell? {
    var latest: (date: CalendarDate, field: SourceCell)?
    for field in fields {
      guard let date = date(field.text, record) else { return Self.cell(field) }
      if latest.map({ date > $0.date }) ?? true { latest = (date, field) }
    }
    return latest.map { made($0.date.description, $0.field.range, &record) }
  }
}
