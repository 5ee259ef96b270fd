import BillingModel
import CalendarDates
import Diagnostics
import ExactNumbers

/// Reads the cells of one column into a table.
///
/// A class, so that the parser of a cell is found without copying its words; nothing of it changes.
final class CellParser: Sendable {
  let column: Int
  let name: String
  let type: ColumnType
  let mustHaveValue: Bool
  private let words: [[UInt8]]
  private let dialect: Dialect
  /// The order of dates that are not written YYYY-MM-DD; nil: there are none.
  private let order: DateOrder?

  init(_ schema: ColumnSchema, column: Int, dialect: Dialect) {
    self.column = column
    self.dialect = dialect
    order = dialect.order(ofColumn: column)
    name = schema.name
    type = schema.type
    mustHaveValue = schema.mustHaveValue
    if case .word(let list) = schema.type {
      words = list.map { Array($0.lowercased().utf8) }
    } else {
      words = []
    }
  }

  /// Appends a cell, given trimmed, to the row that is being read; or says why it cannot.
  func parse(
    _ bytes: Span<UInt8>, into builder: inout TableBuilder, evidence: inout FormatEvidence
  ) -> CellProblem? {
    if bytes.count == 0 || (Self.isNull(bytes) && !isID) {
      guard mustHaveValue else { return nil }
      return CellProblem(rule: .missingValue, facts: [Fact("column", name)])
    }
    switch type {
    case .id, .text: builder.append(text: bytes, column: column)
    case .date: return parseDate(bytes, &builder, &evidence)
    case .amount, .decimal: return parseDecimal(bytes, &builder, &evidence)
    case .whole: return parseWhole(bytes, &builder, &evidence)
    case .quantity: return parseQuantity(bytes, &builder, &evidence)
    case .currency:
      guard let currency = Currency(code: bytes) else {
        return CellProblem(rule: .badCurrency, facts: [Fact("column", name)])
      }
      builder.append(currency: currency, column: column)
    case .flag: return parseFlag(bytes, &builder)
    case .word: return parseWord(bytes, &builder)
    }
    return nil
  }

  private var isID: Bool {
    if case .id = type { true } else { false }
  }

  /// True for the words that mean "not given". They are exact, and ids are never null by them.
  private static func isNull(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 4 || bytes.count == 3 else { return false }
    return bytes.equals("NULL") || bytes.equals("null") || bytes.equals("None")
      || bytes.equals("N/A")
  }
}

extension CellParser {
  private func parseDate(
    _ bytes: Span<UInt8>, _ builder: inout TableBuilder, _ evidence: inout FormatEvidence
  ) -> CellProblem? {
    if let date = CalendarDate(iso8601: bytes) {
      evidence.notePlainDate(column: column)
      builder.append(date: date, column: column)
      return nil
    }
    if !dialect.areDatesDecided { evidence.noteOddDate(bytes, column: column) }
    guard let order, let date = WrittenDate(bytes)?.date(order) else {
      return CellProblem(
        rule: .badDate, variant: order == nil ? 0 : 1,
        facts: [Fact("column", name), Fact("order", order?.pattern ?? "")])
    }
    builder.append(date: date, column: column)
    return nil
  }

  private func parseDecimal(
    _ bytes: Span<UInt8>, _ builder: inout TableBuilder, _ evidence: inout FormatEvidence
  ) -> CellProblem? {
    if let number = DecimalText.parseShort(bytes), number.decimals == 0 || dialect.decimal != .comma
    {
      if number.decimals == 3 {
        evidence.noteThreeDecimals(bytes, isMoney: type == .amount)
      } else if number.decimals != 0 {
        evidence.plainDecimals += 1
      }
      builder.append(number: number, column: column)
      return nil
    }
    guard let number = longDecimal(bytes, &evidence) else {
      return CellProblem(
        rule: type == .amount ? .badAmount : .badNumber, facts: [Fact("column", name)])
    }
    builder.append(decimal: number, column: column)
    return nil
  }

  /// A number that has more than 18 digits, an exponent, groups of thousands or a decimal comma.
  private func longDecimal(
    _ bytes: Span<UInt8>, _ evidence: inout FormatEvidence
  ) -> ExactDecimal? {
    if !dialect.isDecimalDecided { evidence.noteOddDecimal(bytes) }
    if dialect.decimal != .comma, let number = DecimalText.parseScientific(bytes) {
      return number
    }
    return plain(bytes).flatMap { DecimalText.parse($0.span) }
  }

  /// A number with groups of thousands or a decimal comma in plain form.
  private func plain(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard let written = WrittenNumber(bytes),
      !dialect.refusesGroups || !written.hasGroups(dialect.decimal ?? .point)
    else { return nil }
    return written.plain(dialect.decimal ?? .point)
  }

  private func parseWhole(
    _ bytes: Span<UInt8>, _ builder: inout TableBuilder, _ evidence: inout FormatEvidence
  ) -> CellProblem? {
    guard let number = whole(bytes, &evidence) else {
      return CellProblem(rule: .badNumber, variant: 1, facts: [Fact("column", name)])
    }
    builder.append(whole: number, column: column)
    return nil
  }

  private func whole(_ bytes: Span<UInt8>, _ evidence: inout FormatEvidence) -> Int? {
    if let number = DecimalText.parseShort(bytes), number.decimals == 0 {
      return Int(number.mantissa)
    }
    if !dialect.isDecimalDecided { evidence.noteOddWhole(bytes) }
    guard let plain = plain(bytes), let number = DecimalText.parseShort(plain.span),
      number.decimals == 0
    else { return nil }
    return Int(number.mantissa)
  }

  private func parseQuantity(
    _ bytes: Span<UInt8>, _ builder: inout TableBuilder, _ evidence: inout FormatEvidence
  ) -> CellProblem? {
    if bytes[0] &- 48 < 10, let number = whole(bytes, &evidence), number >= 0 {
      builder.append(quantity: .count(number), column: column)
      return nil
    }
    guard bytes.equalsIgnoringCase("unlimited") || Self.isForeignUnlimited(bytes) else {
      return CellProblem(rule: .badNumber, variant: 2, facts: [Fact("column", name)])
    }
    builder.append(quantity: .unlimited, column: column)
    return nil
  }

  private static func isForeignUnlimited(_ bytes: Span<UInt8>) -> Bool {
    bytes.equals("Illimité") || bytes.equals("Obegränsat") || bytes.equals("無限制")
  }

  private func parseFlag(_ bytes: Span<UInt8>, _ builder: inout TableBuilder) -> CellProblem? {
    if bytes.equalsIgnoringCase("true") {
      builder.append(flag: true, column: column)
    } else if bytes.equalsIgnoringCase("false") {
      builder.append(flag: false, column: column)
    } else {
      return unknownValue(bytes, among: ["true", "false"])
    }
    return nil
  }

  private func parseWord(_ bytes: Span<UInt8>, _ builder: inout TableBuilder) -> CellProblem? {
    for (index, word) in words.enumerated() where bytes.equalsIgnoringCase(word.span) {
      builder.append(word: index, column: column)
      return nil
    }
    guard case .word(let list) = type else { return nil }
    let text = String(decoding: bytes.copied, as: UTF8.self)
    if let word = HeaderAliases.word(text, column: name), let index = list.firstIndex(of: word) {
      builder.append(word: index, column: column)
      return nil
    }
    return unknownValue(bytes, among: list)
  }

  private func unknownValue(_ bytes: Span<UInt8>, among list: [String]) -> CellProblem {
    let value = String(decoding: bytes.copied, as: UTF8.self)
    let nearest = NearMiss.suggestion(for: value, among: list)
    return CellProblem(
      rule: .unknownValue, variant: nearest == nil ? 0 : 1,
      facts: [
        Fact("column", name), Fact("words", list.joined(separator: ", ")),
        Fact("nearest", nearest ?? ""),
      ])
  }
}
