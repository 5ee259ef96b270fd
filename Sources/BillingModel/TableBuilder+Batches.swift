/// Whole batches of rows, column by column. All rows of a batch are sure to stay.
extension TableBuilder {
  /// Says about how many rows there will be, so that memory is taken once. Pages of it that are not
  /// used are not touched.
  package mutating func expect(rows total: Int) {
    // A table whose only key is an id names another one in each row. Not for more than a million: slots
    // are touched, and the rows that were looked at may be shorter than the others.
    if case .id(let domain) = slots[0], table.schema.columns.count(where: \.isKey) == 1 {
      domains[domain].expect(min(total, 1 << 20))
    }
    for column in cells.indices { cells[column].expect(total) }
    for slot in amounts.indices { amounts[slot].expect(total) }
    places.expect(total)
  }

  /// Appends cells of consecutive rows as they are stored: dates folded, words and currencies as
  /// places plus 1, 0 where not given.
  package mutating func append(stored numbers: Span<UInt32>, column: Int, upTo limit: Int = .max) {
    cells[column].fill(to: count)
    cells[column].append(contentsOf: numbers, upTo: limit)
  }

  /// Appends whole numbers of consecutive rows, `WholeColumn.none` where not given.
  package mutating func append(wholes: Span<Int64>, column: Int) {
    cells[column].fill(to: count)
    for index in wholes.indices { cells[column].append(WholeColumn.stored(wholes[index])) }
  }

  /// Appends decimals of consecutive rows, `AmountColumn.none` where not given.
  package mutating func append(mantissas: Span<Int64>, decimals: Span<UInt8>, column: Int) {
    let slot = amountSlot(column)
    amounts[slot].append(mantissas: mantissas, decimals: decimals)
  }

  /// Appends texts of consecutive rows, at most a batch, empty where not given. A start whose top bit
  /// is set counts from the beginning of `room`, else of `text`. With `groups` several rows share each
  /// text: row *i* has the one at `groups[i] - groups[0]`.
  package mutating func append(
    texts text: Span<UInt8>, room: Span<UInt8>, starts: Span<UInt32>, lengths: Span<UInt32>,
    groups: Span<UInt32>?, column: Int
  ) {
    let texts: Int
    switch slots[column] {
    case .id(let domain):
      domains[domain].intern(starts, lengths, in: text, room: room, &batch)
      texts = domains[domain].count
    case .text(let index):
      dictionaries[index].intern(starts, lengths, in: text, room: room, &batch)
      texts = dictionaries[index].count
    default: preconditionFailure("text goes into a text column")
    }
    if let groups { batch.spread(to: groups) }
    let codes = batch.codes
    append(stored: codes.span.extracting(0..<batch.count), column: column, upTo: texts)
  }

  /// Appends texts of a column that the table does not know.
  package mutating func append(
    extra text: Span<UInt8>, room: Span<UInt8>, starts: Span<UInt32>, lengths: Span<UInt32>,
    groups: Span<UInt32>?, column: Int
  ) {
    extraDictionaries[column].intern(starts, lengths, in: text, room: room, &batch)
    if let groups { batch.spread(to: groups) }
    let codes = batch.codes
    extraCodes[column].fill(to: count)
    extraCodes[column].append(contentsOf: codes.span.extracting(0..<batch.count))
  }

  /// Keeps rows whose records follow each other without a gap, of so many lines and bytes each.
  package mutating func commit(
    line: Int, offset: Int, lineCounts: Span<UInt32>, byteCounts: Span<UInt32>
  ) {
    places.append(line: line, offset: offset, lineCounts: lineCounts, byteCounts: byteCounts)
    count += lineCounts.count
  }
}
