extension TableContents {
  /// Replaces the shard's codes of ids by those of the data set, in whose dictionaries they now are.
  public mutating func adopt(_ shared: inout [TextDictionary]) {
    for domain in Domain.allCases { adopt(domain, into: &shared[domain.rawValue]) }
    domains = []
  }

  /// Replaces the shard's codes of the ids of one domain.
  public mutating func adopt(_ domain: Domain, into shared: inout TextDictionary) {
    let base = baseCounts[domain.rawValue]
    precondition(base <= shared.count, "the data set has the texts that the shard began with")
    let texts = domains[domain.rawValue]
    domains[domain.rawValue] = TextDictionary(domain.folding)
    guard let map = shared.merge(texts) else { return }
    for (index, column) in table.schema.columns.enumerated() {
      guard column.type == .id(domain), case .numbers(var codes) = columns[index] else { continue }
      columns[index] = .numbers(PackedNumbers())
      codes.recode(by: map, from: base)
      columns[index] = .numbers(codes)
    }
  }

  /// Appends the rows of a later shard of the same table, column by column, each of which is let go then.
  /// Both have adopted the shared dictionaries.
  public mutating func append(_ other: consuming TableContents) {
    precondition(other.table == table, "shards of one table are put together")
    var other = other
    for index in columns.indices {
      append(&other, column: index)
    }
    appendExtra(of: other)
    append(other.files)
    places.append(other.places)
    count += other.count
    rows = RowSet(all: count)
  }

  /// Rows of one file that follow each other have one entry.
  private mutating func append(_ others: [FileRows]) {
    for other in others {
      let rows = other.rows.lowerBound + count..<other.rows.upperBound + count
      if let last = files.last, last.file == other.file, last.given == other.given {
        let joined = last.rows.lowerBound..<rows.upperBound
        files[files.count - 1] = FileRows(file: last.file, rows: joined, given: last.given)
      } else {
        files.append(FileRows(file: other.file, rows: rows, given: other.given))
      }
    }
  }

  /// Appends one column in place: nothing else holds the cells while they grow, so that a table of
  /// thousands of files is not copied for each of them.
  private mutating func append(_ other: inout TableContents, column: Int) {
    if var left = takeNumbers(column), var right = other.takeNumbers(column) {
      if let map = mergeTexts(of: other, column: column) { right.recode(by: map) }
      left.append(contentsOf: right)
      columns[column] = .numbers(left)
    } else if var left = takeAmounts(column), let right = other.takeAmounts(column) {
      left.append(contentsOf: right)
      columns[column] = .amount(left)
    } else {
      preconditionFailure("columns of one table have one type")
    }
  }

  /// Takes the numbers of a column out of the table; nil when it has amounts.
  private mutating func takeNumbers(_ column: Int) -> PackedNumbers? {
    guard case .numbers(let numbers) = columns[column] else { return nil }
    columns[column] = .numbers(PackedNumbers())
    return numbers
  }

  private mutating func takeAmounts(_ column: Int) -> AmountColumn? {
    guard case .amount(let amounts) = columns[column] else { return nil }
    columns[column] = .numbers(PackedNumbers())
    return amounts
  }

  /// Merges the texts of a column with a dictionary of its own; the result is as `merge` gives it.
  private mutating func mergeTexts(of other: TableContents, column: Int) -> [UInt32]? {
    guard var texts = dictionaries[column], let others = other.dictionaries[column] else {
      return nil
    }
    dictionaries[column] = nil
    defer { dictionaries[column] = texts }
    return texts.merge(others)
  }

  /// Columns that the table does not know are the same when they have the same name; of several with one
  /// name in a file the first is the same as the first of the other file, and so on.
  private mutating func appendExtra(of other: TableContents) {
    let theirs = Self.extraNames(other.extra)
    for (index, name) in Self.extraNames(extra).enumerated() where !theirs.contains(name) {
      extra[index].codes.fill(to: count + other.count)
    }
    for (added, name) in zip(other.extra, theirs) {
      if let index = Self.extraNames(extra).firstIndex(of: name) {
        var codes = added.codes
        if let map = extra[index].dictionary.merge(added.dictionary) { codes.recode(by: map) }
        extra[index].codes.append(contentsOf: codes)
      } else {
        var codes = PackedNumbers()
        codes.fill(to: count)
        codes.append(contentsOf: added.codes)
        extra.append(Extra(name: added.name, codes: codes, dictionary: added.dictionary))
      }
    }
  }

  /// The name of each column, with its place among those of that name.
  private static func extraNames(_ extra: [Extra]) -> [ExtraName] {
    var counts: [String: Int] = [:]
    return extra.map { column in
      counts[column.name, default: 0] += 1
      return ExtraName(name: column.name, place: counts[column.name] ?? 0)
    }
  }
}

private struct ExtraName: Hashable {
  let name: String
  let place: Int
}
