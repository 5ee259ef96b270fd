import ExactNumbers

/// Sums of amounts by currency, exact.
///
/// Mantissas of one scale are added as they are stored, block after block.
struct AmountSums {
  /// The key of rows that do not count; 0 is that of rows without a currency, the others are places of
  /// currencies plus 1.
  private static let left = UInt32(Currency.count + 1)

  private var closed = MoneyBag()
  /// The decimals of the mantissas at hand.
  private var decimals = 0
  /// The sums of mantissas by key: fewer than 2^63 of 64 bits each.
  private var mantissas = [Int128](repeating: 0, count: Int(left) + 1)
  private var isTouched = [Bool](repeating: false, count: Int(left) + 1)
  private var missing = 0
  private var keys = [UInt32](repeating: 0, count: AmountColumn.blockSize)
  private var sums = [UInt64](repeating: 0, count: Int(left) + 1)
  private var counts = [UInt32](repeating: 0, count: Int(left) + 1)

  /// Adds the amounts of some rows, as far as they count. `currencies` are the places of their
  /// currencies plus 1, 0 where there is none.
  mutating func add(
    _ amounts: AmountColumn, _ rows: Range<Int>, of set: RowSet, currencies: PackedNumbers
  ) {
    var first = rows.lowerBound
    while first < rows.upperBound {
      let block = first / AmountColumn.blockSize
      let end = min(rows.upperBound, (block + 1) * AmountColumn.blockSize)
      let isWhole = end - first == AmountColumn.blockSize
      if !isWhole || !addBlock(amounts, block, of: set, currencies) {
        for row in first..<end where set.contains(row) {
          add(amounts, row, key: Int(currencies[row]))
        }
      }
      first = end
    }
  }

  mutating func finish() -> (sums: MoneyBag, missing: Int) {
    flush()
    return (closed, missing)
  }

  /// Adds a block of rows at once. False when its amounts have to be added one by one.
  private mutating func addBlock(
    _ amounts: AmountColumn, _ block: Int, of set: RowSet, _ currencies: PackedNumbers
  ) -> Bool {
    let rows = block * AmountColumn.blockSize..<(block + 1) * AmountColumn.blockSize
    guard currencies.width <= 4 else { return false }
    currencies.read(rows, into: &keys)
    set.forEachRemoved(in: rows) { keys[$0 - rows.lowerBound] = Self.left }
    guard let number = amounts.sum(ofBlock: block, keys, into: &sums, &counts) else { return false }
    if number.decimals != decimals { flush() }
    decimals = number.decimals
    for key in counts.indices where counts[key] != 0 {
      add(
        Int128(sums[key]) + Int128(counts[key]) * Int128(number.base), count: counts[key], key: key)
      sums[key] = 0
      counts[key] = 0
    }
    return true
  }

  private mutating func add(_ amounts: AmountColumn, _ row: Int, key: Int) {
    guard let number = amounts.short(row) else {
      if let amount = amounts[row] { add(amount, key: key) }
      return
    }
    if number.decimals != decimals { flush() }
    decimals = number.decimals
    add(Int128(number.mantissa), count: 1, key: key)
  }

  private mutating func add(_ mantissa: Int128, count: UInt32, key: Int) {
    if key == 0 {
      missing += Int(count)
    } else {
      mantissas[key] += mantissa
      isTouched[key] = true
    }
  }

  private mutating func add(_ amount: ExactDecimal, key: Int) {
    if key == 0 {
      missing += 1
    } else {
      closed.add(amount, Currency(listIndex: UInt16(key - 1)))
    }
  }

  private mutating func flush() {
    for key in 1..<Int(Self.left) where isTouched[key] {
      let currency = Currency(listIndex: UInt16(key - 1))
      if let number = ExactDecimal(mantissa: mantissas[key], decimals: decimals) {
        closed.add(number, currency)
      } else {
        closed.addUnknown(currency)
      }
    }
    for key in mantissas.indices {
      mantissas[key] = 0
      isTouched[key] = false
    }
  }
}
