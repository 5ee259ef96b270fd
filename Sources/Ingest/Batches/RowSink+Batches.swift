import BillingModel

extension RowSink {
  /// Keeps some regular records of a batch, in which `CellParser` would find nothing.
  mutating func take(
    _ rows: Range<Int>, of cells: BatchCells, _ bytes: Span<UInt8>, line: Int, offset: Int
  ) {
    for column in cells.columns { append(column, rows, bytes, room: cells.room) }
    let extents = cells.extents
    builder.commit(
      line: line, offset: offset, lineCounts: extents.lines.span.extracting(rows),
      byteCounts: extents.lengths.span.extracting(rows))
    accepted += rows.count
  }

  private mutating func append(
    _ column: BatchCells.Column, _ rows: Range<Int>, _ bytes: Span<UInt8>, room: [UInt8]
  ) {
    let target = column.plan.target
    switch column.plan.kind {
    case .text:
      builder.append(
        texts: bytes, room: room.span, starts: column.numbers.span.extracting(rows),
        lengths: column.lengths.span.extracting(rows), column: target)
    case .extra:
      builder.append(
        extra: bytes, room: room.span, starts: column.numbers.span.extracting(rows),
        lengths: column.lengths.span.extracting(rows), column: target)
    case .date:
      builder.append(stored: column.numbers.span.extracting(rows), column: target)
      evidence.notePlainDates(rows.count { column.numbers[$0] != 0 }, column: target)
    case .decimal:
      builder.append(
        mantissas: column.wide.span.extracting(rows),
        decimals: column.decimals.span.extracting(rows), column: target)
      evidence.plainDecimals += UnsafeCells.countOfOthers(column.decimals, rows)
    case .whole: builder.append(wholes: column.wide.span.extracting(rows), column: target)
    case .currency, .word:
      builder.append(stored: column.numbers.span.extracting(rows), column: target)
    }
  }
}
