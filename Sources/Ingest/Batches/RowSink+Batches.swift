import BillingModel

extension RowSink {
  /// Keeps some regular records of a batch, in which `CellParser` would find nothing.
  mutating func take(
    _ rows: Range<Int>, of cells: BatchCells, _ bytes: Span<UInt8>, line: Int, offset: Int
  ) {
    for column in cells.columns { append(column, rows, of: cells, bytes) }
    let extents = cells.extents
    builder.commit(
      line: line, offset: offset, lineCounts: extents.lines.span.extracting(rows),
      byteCounts: extents.lengths.span.extracting(rows))
    accepted += rows.count
  }

  private mutating func append(
    _ column: BatchCells.Column, _ rows: Range<Int>, of cells: BatchCells, _ bytes: Span<UInt8>
  ) {
    let target = column.plan.target
    switch column.plan.kind {
    case .text, .extra: append(texts: column, rows, of: cells, bytes)
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

  private mutating func append(
    texts column: BatchCells.Column, _ rows: Range<Int>, of cells: BatchCells, _ bytes: Span<UInt8>
  ) {
    let own = column.isGrouped ? cells.repeats.groups(of: rows) : rows
    let starts = column.numbers.span.extracting(own)
    let lengths = column.lengths.span.extracting(own)
    let groups = column.isGrouped ? cells.repeats.groupsOfRecords.span.extracting(rows) : nil
    if case .extra = column.plan.kind {
      builder.append(
        extra: bytes, room: cells.room.span, starts: starts, lengths: lengths, groups: groups,
        column: column.plan.target)
    } else {
      builder.append(
        texts: bytes, room: cells.room.span, starts: starts, lengths: lengths, groups: groups,
        column: column.plan.target)
    }
  }
}
