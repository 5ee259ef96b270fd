/// A block of mantissas that is packed: the distances to the smallest, in as few bytes as they need.
struct AmountBlock: Sendable {
  /// The scale of a block whose coefficients have 128 bits and stand elsewhere; its mantissas say
  /// which are given.
  static let wide = UInt8.max

  /// The decimal places of its mantissas.
  let scale: UInt8
  /// The bytes of each distance; 0 when all mantissas are `base`.
  private let width: UInt8
  private let base: Int64
  private let start: Int

  /// Packs mantissas, `AmountColumn.none` where not given. `bytes` ends with eight bytes that are read
  /// past the last number.
  init(_ mantissas: [Int64], scale: UInt8, packingInto bytes: inout [UInt8]) {
    var least = Int64.max
    var most = Int64.min
    var hasNone = false
    for mantissa in mantissas {
      if mantissa == AmountColumn.none {
        hasNone = true
      } else {
        least = min(least, mantissa)
        most = max(most, mantissa)
      }
    }
    self.scale = scale
    base = least > most ? AmountColumn.none : least
    start = max(0, bytes.count - 8)
    // A distance is 1 more than it is, so that 0 is left for "not given".
    let largest = least > most ? 0 : UInt64(bitPattern: most &- least) + 1
    let isUniform = least > most || (least == most && !hasNone)
    width = isUniform ? 0 : UInt8(8 - largest.leadingZeroBitCount / 8)
    guard width > 0 else { return }
    UnsafeNumbers.append(
      distancesOf: mantissas, to: least, width: Int(width), at: start, in: &bytes)
  }

  /// A mantissa of the block; `AmountColumn.none` when not given.
  @inline(__always)
  func mantissa(_ place: Int, in bytes: [UInt8]) -> Int64 {
    guard width > 0 else { return base }
    let distance = UnsafeNumbers.load(bytes, at: start + place * Int(width), width: Int(width))
    return distance == 0 ? AmountColumn.none : base &+ Int64(bitPattern: distance &- 1)
  }

  /// Reads the mantissas of the first rows of the block.
  func read(_ count: Int, from bytes: [UInt8], into mantissas: inout [Int64]) {
    if width == 0 {
      for place in 0..<count { mantissas[place] = base }
    } else {
      UnsafeNumbers.read(
        bytes, at: start, count: count, least: base, width: Int(width), into: &mantissas)
    }
  }

  /// Adds what the mantissas are above the result, a number for each one that is given, to the sums of
  /// their keys. Nil when that could overflow, or the mantissas are none of their own.
  func sum(
    _ count: Int, from bytes: [UInt8], _ keys: [UInt32], into sums: inout [UInt64],
    _ counts: inout [UInt32]
  ) -> Int128? {
    guard width <= 6, scale != Self.wide else { return nil }
    if width == 0 {
      if base != AmountColumn.none { for place in 0..<count { counts[Int(keys[place])] += 1 } }
      return Int128(base)
    }
    UnsafeNumbers.sum(
      bytes, at: start, count: count, width: Int(width), keys: keys, into: &sums, &counts)
    return Int128(base) - 1
  }
}
