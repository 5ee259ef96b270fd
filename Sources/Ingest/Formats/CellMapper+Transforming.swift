import CalendarDates

// What becomes of a text on its way into a column.
extension CellMapper {
  /// Nil when a look-up finds nothing.
  func transformed(
    _ cell: Cell, _ transformation: CellRule.Transformation, _ record: inout MappedRecord
  ) -> Cell? {
    guard cell.problem == nil else { return cell }
    var cell = cell
    if let mark = transformation.afterLast {
      cell.text = Self.part(of: cell.text, after: mark, record)
    }
    if !transformation.replacements.isEmpty,
      let word = transformation.replacements.value(of: record.texts.span.extracting(cell.text))
    {
      cell.text = record.append(word)
    }
    if transformation.isInverted || transformation.lookup != nil {
      guard let text = replaced(record.string(cell.text), transformation) else { return nil }
      cell.text = record.append(text)
    }
    if transformation.isExclusiveEnd { makeInclusive(&cell, &record) }
    return cell
  }

  /// Nil when a look-up finds nothing.
  private func replaced(
    _ text: String, _ transformation: CellRule.Transformation
  ) -> String? {
    var text = text
    if transformation.isInverted {
      text = ["true": "false", "false": "true"][text.lowercased()] ?? text
    }
    switch transformation.lookup {
    case .productID: return lookups.id(ofName: text) ?? text
    case .productName: return lookups.name(ofID: text)
    case nil: return text
    }
  }

  private static func part(
    of text: Range<Int>, after mark: UInt8, _ record: borrowing MappedRecord
  ) -> Range<Int> {
    for index in text.reversed() where record.texts[index] == mark {
      return index + 1..<text.upperBound
    }
    return text
  }

  /// An end at midnight belongs to the day before.
  private func makeInclusive(_ cell: inout Cell, _ record: inout MappedRecord) {
    guard let date = date(cell.text, record) else { return }
    let time = record.texts[cell.text].drop { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
      .dropFirst()
    let isMidnight = time.prefix { $0 != UInt8(ascii: "Z") && $0 != UInt8(ascii: "+") }.allSatisfy {
      $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    let day = isMidnight ? date.adding(days: -1) : date
    let start = record.texts.count
    day.append(to: &record.texts)
    cell.text = start..<record.texts.count
    cell.isPlain = true
  }
}
