public import ExactNumbers

/// Exact decimals, in one to four bytes a row where they are those of ordinary invoices.
///
/// Rows stand in blocks that share a decimal scale and keep the distance to their smallest number in
/// as few bytes as the largest needs; a block of equal numbers keeps one. Numbers that do not fit 64
/// bits at one scale keep 128-bit coefficients. Callers see exact decimals only.
public struct AmountColumn: Sendable {
  static let blockSize = 1024
  static let none = Int64.min

  private(set) var blocks: [AmountBlock] = []
  private(set) var packed: [UInt8] = []
  private var wide: [Int: [Int128]] = [:]
  /// The last rows, which are not packed yet: fewer than a block, or one that is full.
  private(set) var open: [Int64] = []
  private(set) var openScale = 0
  private(set) var openWide: [Int128]?

  /// An empty column.
  public init() {}

  /// How many rows it has.
  public var count: Int { blocks.count * Self.blockSize + open.count }

  /// A row's number; nil when not given.
  public subscript(row: Int) -> ExactDecimal? {
    let index = row / Self.blockSize
    let place = row % Self.blockSize
    if index < blocks.count, blocks[index].scale == AmountBlock.wide {
      let isGiven = blocks[index].mantissa(place, in: packed) != Self.none
      return isGiven ? wide[index].map { ExactDecimal(units: $0[place]) } : nil
    }
    if index >= blocks.count, let openWide {
      return open[place] == Self.none ? nil : ExactDecimal(units: openWide[place])
    }
    return short(row).map { ExactDecimal(short: $0.mantissa, decimals: $0.decimals) }
  }

  /// A row's number as it is stored, a mantissa of 64 bits; nil when not given or too large for it.
  @inline(__always)
  func short(_ row: Int) -> (mantissa: Int64, decimals: Int)? {
    let index = row / Self.blockSize
    if index < blocks.count {
      let block = blocks[index]
      let mantissa = block.mantissa(row % Self.blockSize, in: packed)
      guard mantissa != Self.none, block.scale != AmountBlock.wide else { return nil }
      return (mantissa, Int(block.scale))
    }
    let mantissa = open[row % Self.blockSize]
    guard mantissa != Self.none, openWide == nil else { return nil }
    return (mantissa, openScale)
  }

  /// Says about how many rows there will be. Memory is taken for four bytes of each, and costs nothing
  /// where it is not used.
  mutating func expect(_ total: Int) {
    packed.reserveCapacity(total * 4)
  }

  /// Appends a row without a number.
  public mutating func appendNone() {
    makeRoom(scale: openScale)
    open.append(Self.none)
    openWide?.append(0)
  }

  /// Appends `mantissa` × 10^−`decimals`.
  public mutating func append(_ number: DecimalText.Short) {
    makeRoom(scale: number.decimals)
    if openWide == nil {
      if openScale < number.decimals, !rescale(to: number.decimals) {
        widen()
      } else {
        let factor = PowerOfTen.int64(openScale - number.decimals)
        let product = number.mantissa.multipliedReportingOverflow(by: factor)
        if !product.overflow, product.partialValue != Self.none {
          open.append(product.partialValue)
          return
        }
        widen()
      }
    }
    // Eighteen digits with at most eighteen decimals always fit the exact decimal.
    appendWide(Int128(number.mantissa) * PowerOfTen.int128(ExactDecimal.scale - number.decimals))
  }

  /// Appends a number of any size.
  public mutating func append(_ number: ExactDecimal) {
    makeRoom(scale: 0)
    if openWide == nil { widen() }
    appendWide(number.units)
  }

  /// Appends numbers, `none` where not given, each with its decimals.
  mutating func append(mantissas: Span<Int64>, decimals: Span<UInt8>) {
    var index = 0
    while index < mantissas.count {
      let end = endOfRun(mantissas, decimals, from: index)
      if end > index {
        UnsafeNumbers.append(mantissas.extracting(index..<end), to: &open)
        index = end
      } else {
        appendOne(mantissas[index], decimals: Int(decimals[index]))
        index += 1
      }
    }
  }

  /// How far the open block takes numbers as they are: they have its scale or are not given.
  private func endOfRun(_ mantissas: Span<Int64>, _ decimals: Span<UInt8>, from start: Int) -> Int {
    guard openWide == nil, !open.isEmpty else { return start }
    let limit = min(mantissas.count, start + Self.blockSize - open.count)
    var end = start
    while end < limit, Int(decimals[end]) == openScale || mantissas[end] == Self.none { end += 1 }
    return end
  }

  private mutating func appendOne(_ mantissa: Int64, decimals: Int) {
    if mantissa == Self.none {
      appendNone()
    } else {
      append(DecimalText.Short(mantissa: mantissa, decimals: decimals))
    }
  }

  /// Takes the last rows, none of which is packed, until `count` are left.
  mutating func truncate(to count: Int) {
    while self.count > count {
      open.removeLast()
      openWide?.removeLast()
    }
  }

  /// Appends all rows of another column.
  mutating func append(contentsOf other: AmountColumn) {
    if count == 0 {
      self = other
      return
    }
    var mantissas = [Int64](repeating: 0, count: Self.blockSize)
    for first in stride(from: 0, to: other.count, by: Self.blockSize) {
      let count = min(Self.blockSize, other.count - first)
      if let scale = other.read(block: first / Self.blockSize, into: &mantissas) {
        let decimals = [UInt8](repeating: UInt8(scale), count: count)
        append(mantissas: mantissas.span.extracting(0..<count), decimals: decimals.span)
      } else {
        for row in first..<first + count { append(row, of: other) }
      }
    }
  }

  private mutating func append(_ row: Int, of other: AmountColumn) {
    guard let number = other[row] else { return appendNone() }
    append(number)
  }
}

extension AmountColumn {
  /// Packs the open block when it is full; `scale` is that of the first number of a new one.
  private mutating func makeRoom(scale: Int) {
    if open.count == Self.blockSize { close() }
    guard open.isEmpty else { return }
    openScale = scale
    openWide = nil
    open.reserveCapacity(Self.blockSize)
  }

  private mutating func close() {
    if let openWide { wide[blocks.count] = openWide }
    let scale = openWide == nil ? UInt8(openScale) : AmountBlock.wide
    blocks.append(AmountBlock(open, scale: scale, packingInto: &packed))
    open.removeAll(keepingCapacity: true)
    openWide = nil
  }

  private mutating func appendWide(_ units: Int128) {
    open.append(0)
    openWide?.append(units)
  }

  /// Gives the open block a larger scale; false when a number would not fit.
  private mutating func rescale(to scale: Int) -> Bool {
    let factor = PowerOfTen.int64(scale - openScale)
    for mantissa in open where mantissa != Self.none {
      let product = mantissa.multipliedReportingOverflow(by: factor)
      if product.overflow || product.partialValue == Self.none { return false }
    }
    for row in open.indices where open[row] != Self.none { open[row] *= factor }
    openScale = scale
    return true
  }

  private mutating func widen() {
    let factor = PowerOfTen.int128(ExactDecimal.scale - openScale)
    openWide = open.map { $0 == Self.none ? 0 : Int128($0) * factor }
  }
}

extension ExactDecimal {
  /// A mantissa of 64 bits at a scale of 0…18: it always fits.
  @inline(__always)
  fileprivate init(short mantissa: Int64, decimals: Int) {
    let product = mantissa.multipliedFullWidth(by: PowerOfTen.int64(ExactDecimal.scale - decimals))
    self.init(units: Int128(product.high) << 64 | Int128(product.low))
  }
}
