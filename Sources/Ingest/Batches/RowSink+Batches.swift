import BillingModel
import ExactNumbers

extension RowSink {
  /// Keeps some regular records of a batch, in which `CellParser` would find nothing.
  mutating func take(
    _ rows: Range<Int>, of cells: BatchCells, _ bytes: Span<UInt8>, line: Int, offset: Int
  ) {
    let columns = cells.columns.span
    for index in columns.indices { append(columns[index], rows, of: cells, bytes) }
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
      evidence.notePlainDates(Self.given(column.numbers.span.extracting(rows)), column: target)
    case .decimal:
      builder.append(
        mantissas: column.wide.span.extracting(rows),
        decimals: column.decimals.span.extracting(rows), column: target)
      evidence.plainDecimals += UnsafeCells.countOfOthers(column.decimals, rows)
    case .whole: builder.append(wholes: column.wide.span.extracting(rows), column: target)
    case .currency:
      builder.append(
        stored: column.numbers.span.extracting(rows), column: target, upTo: Currency.count)
    case .word(let list):
      builder.append(
        stored: column.numbers.span.extracting(rows), column: target, upTo: list.count / 32)
    }
  }

  /// How many of some numbers are not 0.
  private static func given(_ numbers: Span<UInt32>) -> Int {
    var given = 0
    for index in numbers.indices { given &+= numbers[index] != 0 ? 1 : 0 }
    return given
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
