public import ExactNumbers

/// Exact decimals in eight bytes a row.
///
/// Rows stand in blocks that share a decimal scale; a block whose numbers do not fit 64 bits at one
/// scale keeps 128-bit coefficients. Callers see exact decimals only.
public struct AmountColumn: Sendable {
  static let blockSize = 1024
  private static let none = Int64.min

  private var mantissas: [Int64] = []
  private var scales: [UInt8] = []
  private var wide: [Int: [Int128]] = [:]

  /// An empty column.
  public init() {}

  /// How many rows it has.
  public var count: Int { mantissas.count }

  /// A row's number; nil when not given.
  public subscript(row: Int) -> ExactDecimal? {
    guard mantissas[row] != Self.none else { return nil }
    let block = row / Self.blockSize
    if scales[block] == UInt8.max {
      return wide[block].map { ExactDecimal(units: $0[row % Self.blockSize]) }
    }
    return ExactDecimal(mantissa: Int128(mantissas[row]), decimals: Int(scales[block]))
  }

  /// Appends a row without a number.
  public mutating func appendNone() {
    openBlock(scale: 0)
    mantissas.append(Self.none)
    if scales[scales.count - 1] == UInt8.max { wide[scales.count - 1]?.append(0) }
  }

  /// Appends `mantissa` × 10^−`decimals`.
  public mutating func append(_ number: DecimalText.Short) {
    openBlock(scale: number.decimals)
    let block = scales.count - 1
    if scales[block] != UInt8.max {
      if Int(scales[block]) < number.decimals, !rescale(block, to: number.decimals) {
        widen(block)
      } else {
        let factor = PowerOfTen.int64(Int(scales[block]) - number.decimals)
        let product = number.mantissa.multipliedReportingOverflow(by: factor)
        if !product.overflow, product.partialValue != Self.none {
          mantissas.append(product.partialValue)
          return
        }
        widen(block)
      }
    }
    // Eighteen digits with at most eighteen decimals always fit the exact decimal.
    let units =
      Int128(number.mantissa) * PowerOfTen.int128(ExactDecimal.scale - number.decimals)
    appendWide(units)
  }

  /// Appends a number of any size.
  public mutating func append(_ number: ExactDecimal) {
    openBlock(scale: 0)
    if scales[scales.count - 1] != UInt8.max { widen(scales.count - 1) }
    appendWide(number.units)
  }

  /// Takes rows from the end until `count` are left.
  mutating func truncate(to count: Int) {
    while mantissas.count > count {
      mantissas.removeLast()
      let block = mantissas.count / Self.blockSize
      if scales[block] == UInt8.max { wide[block]?.removeLast() }
      if mantissas.count % Self.blockSize == 0 {
        scales.removeLast()
        wide[block] = nil
      }
    }
  }

  /// Appends all rows of another column.
  mutating func append(contentsOf other: AmountColumn) {
    if mantissas.isEmpty {
      self = other
      return
    }
    for row in 0..<other.count {
      let scale = other.scales[row / Self.blockSize]
      if other.mantissas[row] == Self.none {
        appendNone()
      } else if scale != UInt8.max {
        append(DecimalText.Short(mantissa: other.mantissas[row], decimals: Int(scale)))
      } else if let number = other[row] {
        append(number)
      }
    }
  }
}

extension AmountColumn {
  private mutating func openBlock(scale: Int) {
    if mantissas.count % Self.blockSize == 0 { scales.append(UInt8(scale)) }
  }

  private mutating func appendWide(_ units: Int128) {
    mantissas.append(0)
    wide[scales.count - 1]?.append(units)
  }

  /// Gives the last block a larger scale; false when a number would not fit.
  private mutating func rescale(_ block: Int, to scale: Int) -> Bool {
    let factor = PowerOfTen.int64(scale - Int(scales[block]))
    let rows = block * Self.blockSize..<mantissas.count
    for row in rows where mantissas[row] != Self.none {
      let product = mantissas[row].multipliedReportingOverflow(by: factor)
      if product.overflow || product.partialValue == Self.none { return false }
    }
    for row in rows where mantissas[row] != Self.none { mantissas[row] *= factor }
    scales[block] = UInt8(scale)
    return true
  }

  private mutating func widen(_ block: Int) {
    let factor = PowerOfTen.int128(ExactDecimal.scale - Int(scales[block]))
    wide[block] = (block * Self.blockSize..<mantissas.count).map { row in
      mantissas[row] == Self.none ? 0 : Int128(mantissas[row]) * factor
    }
    scales[block] = UInt8.max
  }
}
