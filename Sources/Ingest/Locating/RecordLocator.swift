public import BillingModel
import CSVReading
public import Diagnostics
import JSONReading
import UnicodeFolding

/// Finds fields again: reads a record a second time with the reader that read it first, and tells
/// where in the file a field of it stands and what it says.
public struct RecordLocator: Sendable {
  let result: IngestResult

  /// Finds the fields of the rows of that result.
  public init(_ result: IngestResult) {
    self.result = result
  }

  /// Looks up the places of findings about rows. The order of the result is that of the findings.
  public func place(_ findings: [RowFinding], rows source: (RowFinding) -> RowSource)
    -> [PlacedFinding]
  {
    let sources = findings.map(source)
    let order = findings.indices.sorted { left, right in
      (sources[left].file, sources[left].offset) < (sources[right].file, sources[right].offset)
    }
    var reader: RecordReader?
    // Rules mostly find things in the order of the files: then nothing is put into another order.
    if order.elementsEqual(findings.indices) {
      var file = -1
      return findings.indices.map { placeNext($0, findings, sources, &file, &reader) }
    }
    var placed = [PlacedFinding?](repeating: nil, count: findings.count)
    var file = -1
    for index in order {
      placed[index] = placeNext(index, findings, sources, &file, &reader)
    }
    return placed.compactMap { $0 }
  }

  /// Places a finding; the reader of the file before is used again for the same file.
  private func placeNext(
    _ index: Int, _ findings: [RowFinding], _ sources: [RowSource], _ file: inout Int,
    _ reader: inout RecordReader?
  ) -> PlacedFinding {
    if sources[index].file != file {
      file = sources[index].file
      reader = makeReader(file)
    }
    return place(findings.span[index], sources[index], &reader)
  }

  func makeReader(_ file: Int) -> RecordReader? {
    let layout = result.layouts[file]
    do throws(ReadFailure) {
      return try RecordReader(result.inputs[layout.input], layout)
    } catch {
      return nil
    }
  }

  private func place(
    _ finding: RowFinding, _ source: RowSource, _ reader: inout RecordReader?
  ) -> PlacedFinding {
    let path = result.dataset.files[source.file].path
    let column = finding.column.flatMap { finding.table.schema.index(of: $0) }
    let field = reader?.field(of: source, column: column)
    let location = SourceLocation(
      file: path, line: field?.line ?? source.line, column: field?.column ?? 1)
    return PlacedFinding(
      finding: Finding(
        rule: finding.rule, severity: finding.severity, location: location,
        subject: finding.subject, value: field?.text, variant: finding.variant,
        facts: finding.facts, waiver: finding.waiver),
      input: result.layouts[source.file].input, lineOffset: field?.lineOffset ?? source.offset,
      length: field?.length ?? 1)
  }

  /// The bytes of the line that a finding points at, at most `limit` around it, and where its field stands.
  public func excerpt(of placed: PlacedFinding, upTo limit: Int = 4096) -> Excerpt? {
    guard let column = placed.finding.location.column, result.inputs.indices.contains(placed.input)
    else { return nil }
    let layout = result.layouts.first { $0.input == placed.input } ?? RecordLayout()
    let bytes: [UInt8]
    do throws(ReadFailure) {
      let text = layout.text ?? result.inputs[placed.input].source
      bytes = try ByteStream(text).bytes(at: placed.lineOffset, count: limit)
    } catch {
      return nil
    }
    guard column <= bytes.count + 1 else { return nil }
    var line = bytes.prefix { $0 != 10 }
    if line.last == 13 { line = line.dropLast() }
    var text = Array(line)
    if layout.textEncoding == .windows1252 {
      text = []
      TextBytes.appendWindows1252(Array(line).span, in: 0..<line.count, to: &text)
    }
    return Excerpt(
      line: text, column: column, length: min(placed.length, max(1, text.count - column + 1)))
  }

  /// The raw text of a quarantined record, at most `limit` bytes; nil when the file is gone.
  public func rawText(of row: QuarantinedRow, upTo limit: Int = 4096) -> String? {
    let layout = result.layouts[row.source.file]
    do throws(ReadFailure) {
      var reader = try RecordReader(result.inputs[layout.input], layout)
      return reader.rawText(at: row.source.offset, length: row.length, limit: limit)
    } catch {
      return nil
    }
  }
}
