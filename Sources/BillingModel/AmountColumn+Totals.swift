public import ExactNumbers

/// What the rows of one code of a column come to.
public struct CodeTotal: Sendable {
  /// The exact sum; nil when it is out of range, or a row has no number.
  public fileprivate(set) var sum: ExactDecimal? = .zero
  /// How many rows there are.
  public fileprivate(set) var rows = 0

  fileprivate mutating func add(_ number: ExactDecimal?, rows count: Int) {
    rows += count
    sum = number.flatMap { sum?.adding($0) }
  }
}

extension AmountColumn {
  /// The sum for each code of a column over the rows that count. Rows of one code that follow each other
  /// are added as they are stored.
  public func totals<Tag>(by column: TextColumn<Tag>, of rows: RowSet) -> [CodeTotal] {
    var totals = [CodeTotal](repeating: CodeTotal(), count: column.dictionary.count)
    var mantissas = [Int64](repeating: 0, count: Self.blockSize)
    var keys = [UInt32](repeating: 0, count: Self.blockSize)
    forEachBlock { block, range in
      guard column.codes.width <= 4, let decimals = read(block: block, into: &mantissas) else {
        for row in range where rows.contains(row) {
          if let code = column.code(row) { totals[code].add(self[row], rows: 1) }
        }
        return
      }
      column.codes.read(range, into: &keys)
      rows.forEachRemoved(in: range) { keys[$0 - range.lowerBound] = 0 }
      var start = 0
      while start < range.count {
        let end = Self.endOfRun(keys, from: start, to: range.count)
        if keys[start] != 0 {
          let sum = Self.sum(mantissas, start..<end, decimals: decimals)
          totals[Int(keys[start]) - 1].add(sum, rows: end - start)
        }
        start = end
      }
    }
    return totals
  }

  private static func endOfRun(_ keys: [UInt32], from start: Int, to limit: Int) -> Int {
    var end = start + 1
    while end < limit, keys[end] == keys[start] { end += 1 }
    return end
  }

  /// Nil when one is not given, or the sum is out of range.
  private static func sum(
    _ mantissas: [Int64], _ places: Range<Int>, decimals: Int
  ) -> ExactDecimal? {
    var sum: Int128 = 0
    for place in places {
      guard mantissas[place] != none else { return nil }
      sum += Int128(mantissas[place])
    }
    return ExactDecimal(mantissa: sum, decimals: decimals)
  }
}
