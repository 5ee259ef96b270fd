import ExactNumbers

/// Blocks of rows at once.
extension AmountColumn {
  /// Reads the mantissas of a block, `none` where not given. The result is their decimals; nil when
  /// they do not fit 64 bits.
  func read(block: Int, into mantissas: inout [Int64]) -> Int? {
    if block < blocks.count {
      guard blocks[block].scale != AmountBlock.wide else { return nil }
      blocks[block].read(Self.blockSize, from: packed, into: &mantissas)
      return Int(blocks[block].scale)
    }
    guard openWide == nil else { return nil }
    for place in open.indices { mantissas[place] = open[place] }
    return openScale
  }

  /// Adds the mantissas of a block, less `base` each, to the sums of their keys, and counts them. Nil
  /// when they have to be added one by one; then nothing was added.
  func sum(
    ofBlock block: Int, _ keys: [UInt32], into sums: inout [UInt64], _ counts: inout [UInt32]
  ) -> (base: Int128, decimals: Int)? {
    guard block < blocks.count,
      let base = blocks[block].sum(Self.blockSize, from: packed, keys, into: &sums, &counts)
    else { return nil }
    return (base, Int(blocks[block].scale))
  }
}
