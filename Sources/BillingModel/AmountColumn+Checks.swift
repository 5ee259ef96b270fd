import ExactNumbers

/// Quick looks at amounts that are as they should be, a block of rows at once, for rules that see
/// millions of them. What is not certain is to be worked out with exact decimals.
extension AmountColumn {
  /// Calls `body` for each row that counts, ascending, unless its number is certainly `left` × `right`,
  /// rounded to the nearest minor unit of its currency.
  public func forEachRow(
    of rows: RowSet, notProductOf left: AmountColumn, and right: AmountColumn,
    in currencies: CurrencyColumn, _ body: (_ row: Int) -> Void
  ) {
    var checks = AmountChecks()
    forEachBlock { block, range in
      checks.checkProducts(self, of: left, and: right, in: currencies, block: block)
      for row in range where !checks.isExact[row - range.lowerBound] && rows.contains(row) {
        body(row)
      }
    }
  }

  /// Calls `body` for each row that counts, ascending, unless its number is certainly `first` −
  /// `second` + `third`, the last two zero where not given.
  public func forEachRow(
    of rows: RowSet, notSumOf first: AmountColumn, less second: AmountColumn,
    plus third: AmountColumn, _ body: (_ row: Int) -> Void
  ) {
    var checks = AmountChecks()
    forEachBlock { block, range in
      checks.checkSums(self, of: first, less: second, plus: third, block: block)
      for row in range where !checks.isExact[row - range.lowerBound] && rows.contains(row) {
        body(row)
      }
    }
  }

  /// Calls `body` for each block of rows.
  func forEachBlock(_ body: (_ block: Int, _ rows: Range<Int>) -> Void) {
    for (block, first) in stride(from: 0, to: count, by: Self.blockSize).enumerated() {
      body(block, first..<min(count, first + Self.blockSize))
    }
  }
}

/// Which numbers of a block are certainly as they should be.
private struct AmountChecks {
  private static let size = AmountColumn.blockSize

  private(set) var isExact = [Bool](repeating: false, count: size)
  private var marks = [UInt8](repeating: 0, count: size)
  private var places = [UInt32](repeating: 0, count: size)
  private let minorUnits = (0..<Currency.count).map { Currency(listIndex: UInt16($0)).minorUnits }
  private var numbers = [[Int64]](repeating: [Int64](repeating: 0, count: size), count: 4)

  mutating func checkProducts(
    _ column: AmountColumn, of left: AmountColumn, and right: AmountColumn,
    in currencies: CurrencyColumn, block: Int
  ) {
    guard currencies.places.width <= 4, let decimals = read(column, block, into: 0),
      let leftDecimals = read(left, block, into: 1),
      let rightDecimals = read(right, block, into: 2),
      case let shift = leftDecimals + rightDecimals - decimals, (0...18).contains(shift)
    else { return forget() }
    UnsafeNumbers.markProducts(
      numbers[0], of: numbers[1], and: numbers[2], factor: PowerOfTen.int64(shift),
      count: Self.size, into: &marks)
    let first = block * Self.size
    let rows = first..<min(column.count, first + Self.size)
    currencies.places.read(rows, into: &places)
    for place in 0..<rows.count {
      isExact[place] = isInMinorUnits(place, decimals: decimals)
    }
  }

  /// Whether the product that a mark is about is rounded to minor units as it stands: one that is exact
  /// may have more decimals, but none that is not 0.
  private func isInMinorUnits(_ place: Int, decimals: Int) -> Bool {
    guard marks[place] > 0, places[place] > 0 else { return false }
    let units = minorUnits[Int(places[place]) - 1]
    if decimals == units { return true }
    guard marks[place] == 2 else { return false }
    return decimals < units || numbers[0][place] % PowerOfTen.int64(decimals - units) == 0
  }

  mutating func checkSums(
    _ column: AmountColumn, of first: AmountColumn, less second: AmountColumn,
    plus third: AmountColumn, block: Int
  ) {
    guard let decimals = read(column, block, into: 0) else { return forget() }
    for (index, part) in [first, second, third].enumerated() {
      guard let scale = read(part, block, into: index + 1),
        scale == decimals || numbers[index + 1].allSatisfy({ $0 == 0 || $0 == AmountColumn.none })
      else { return forget() }
    }
    UnsafeNumbers.markSums(
      numbers[0], of: numbers[1], less: numbers[2], plus: numbers[3], count: Self.size,
      into: &isExact)
  }

  /// Reads a block of a column, which may end within it. The result is its decimals.
  private mutating func read(_ column: AmountColumn, _ block: Int, into index: Int) -> Int? {
    let rows = min(Self.size, column.count - block * Self.size)
    for place in rows..<Self.size { numbers[index][place] = AmountColumn.none }
    return column.read(block: block, into: &numbers[index])
  }

  private mutating func forget() {
    for place in isExact.indices { isExact[place] = false }
  }
}
