import BillingModel
import CSVReading
import Diagnostics
import UnicodeFolding

extension CSVPass {
  /// Takes a record whose fields are cells of the table.
  mutating func takeRow(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) {
    guard scanner.fields.count == result.layout.names.count else {
      if encoding.isUTF16, takeHalfCharacter(bytes, scanner, record) { return }
      let problem = CellProblem(
        rule: .rowShape,
        facts: [
          Fact("found", "\(scanner.fields.count)"),
          Fact("expected", "\(result.layout.names.count)"),
        ])
      let key = keyText(bytes, scanner)
      sink?.damage(record, bytes, problem, key: key, at: nil)
      return
    }
    let isDamaged = scanner.hasNUL || (scanner.hasHighBytes && !isText(bytes, scanner, record))
    for (index, field) in scanner.fields.enumerated() {
      if isDamaged,
        let problem = EncodingProblem.find(bytes, field.start..<field.end, encoding)
      {
        let value = String(decoding: content(of: field, bytes), as: UTF8.self)
        sink?.refuse(index, problem, value: value, at: field.outerStart..<field.end)
      } else if field.hasDoubledQuotes || (scanner.hasHighBytes && encoding == .windows1252) {
        let text = content(of: field, bytes)
        sink?.take(index, text.span, at: field.outerStart..<field.end)
      } else {
        sink?.take(
          index, bytes.extracting(field.start..<field.end), at: field.outerStart..<field.end)
      }
    }
    sink?.end(record, bytes)
  }

  /// Sets a record of the wrong shape aside for half a character in it, as a file that is cut off
  /// has it at its end.
  private mutating func takeHalfCharacter(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) -> Bool {
    for field in scanner.fields {
      guard let problem = EncodingProblem.find(bytes, field.start..<field.end, encoding) else {
        continue
      }
      let key = keyText(bytes, scanner)
      sink?.damage(record, bytes, problem, key: key, at: field.outerStart..<field.end)
      return true
    }
    return false
  }

  /// The key of a record with the wrong number of fields, if it still stands in its place.
  private func keyText(_ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner) -> String? {
    guard let source = result.layout.sources[0], source < scanner.fields.count else { return nil }
    let text = String(decoding: content(of: scanner.fields[source], bytes), as: UTF8.self)
    return WhiteSpace.trimmed(text)
  }

  /// Keeps where a row stands that no table takes: of a file that lacks a column, it is in quarantine.
  mutating func keepPlaceOfUnusedRow(_ record: RecordPlace) {
    guard result.file.table != nil else { return }
    result.pending.append(
      PendingRow(
        line: record.line, offset: record.offset, length: record.length, rules: [.missingColumn]))
  }
}
