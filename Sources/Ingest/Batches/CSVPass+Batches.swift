import BillingModel
import CSVReading

extension CSVPass {
  /// Takes the regular records at the front of the bytes.
  mutating func takeBlock(
    _ bytes: Span<UInt8>, count: Int, limit: Int, _ scanner: inout CSVRecordScanner,
    _ place: CSVWindow.Place
  ) -> (bytes: Int, lines: Int) {
    // The reader is taken out, so that its arrays are not copied while the sink is changed.
    guard var reader = batches.take() else { return (0, 0) }
    defer { batches = reader }
    var taken = 0
    var line = place.line
    while taken < count {
      let start = place.start + taken
      let rest = bytes.extracting(start..<bytes.count)
      guard reader.index(rest, count: count - taken) else { break }
      reader.cut(before: limit - start)
      guard reader.block.count > 0 else { break }
      reader.sampleRepeats(rest)
      let first = CSVWindow.Place(line: line, offset: place.offset + taken, start: start)
      if sink?.builder.count == 0 {
        expectRows(like: reader.block, from: first.offset)
      }
      line = takeRecords(of: &reader, bytes, rest, &scanner, first)
      taken += reader.block.byteCount
      if reader.block.isStopped { break }
    }
    return (taken, line - place.line)
  }

  /// Says how many rows there will be when the bytes of the file from one on are like those of a block:
  /// there is room for those of later parts, which are appended.
  private mutating func expectRows(like block: BatchBlock, from offset: Int) {
    let bytes = input.byteCount - offset
    guard block.byteCount > 0, bytes > block.byteCount else { return }
    let rows = Double(bytes) / Double(block.byteCount) * Double(block.count)
    sink?.builder.expect(rows: Int(rows * 1.05))
  }

  /// Takes the indexed records, batch after batch; the result is the line after them.
  private mutating func takeRecords(
    of reader: inout BatchReader, _ bytes: Span<UInt8>, _ rest: Span<UInt8>,
    _ scanner: inout CSVRecordScanner, _ place: CSVWindow.Place
  ) -> Int {
    if reader.block.hasHighBytes { hasMultibyte = true }
    var line = place.line
    for first in stride(from: 0, to: reader.block.count, by: BatchCells.size) {
      let records = first..<min(reader.block.count, first + BatchCells.size)
      reader.read(records, rest)
      var index = 0
      while index < records.count {
        let run = reader.cells.run(from: index)
        let start = reader.block.start(of: first + index)
        let here = CSVWindow.Place(
          line: line, offset: place.offset + start, start: place.start + start)
        if run.isOdd {
          takeOne(bytes, &scanner, here)
          line += Int(reader.cells.extents.lines[index])
          index += 1
        } else {
          sink?.take(run.records, of: reader.cells, rest, line: line, offset: here.offset)
          rows += run.records.count
          for record in run.records { line += Int(reader.cells.extents.lines[record]) }
          index = run.records.upperBound
        }
      }
    }
    return line
  }

  /// Reads a record of the block alone.
  private mutating func takeOne(
    _ bytes: Span<UInt8>, _ scanner: inout CSVRecordScanner, _ place: CSVWindow.Place
  ) {
    let outcome = scanner.scan(bytes, from: place.start, isLast: false)
    takeRecord(bytes, &scanner, outcome, place)
  }
}
