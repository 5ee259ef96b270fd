/// Where the rows of one shard stand in their file: about two bytes a row.
///
/// Kept are the steps from row to row, and the whole place of every 64th row.
struct RowPlaces: Sendable {
  private static let step = 64

  private var offsetSteps = PackedNumbers()
  /// Steps of one line are 0: nothing is stored while each row is the next line.
  private var lineSteps = PackedNumbers()
  private var offsets: [Int] = []
  private var lines: [Int] = []
  private var lastOffset = 0
  private var lastLine = 0
  /// What is added to every line.
  private var lineBase = 0

  /// How many rows there are.
  var count: Int { offsetSteps.count }

  /// The line and the byte offset of a row. O(1): at most 63 steps.
  subscript(row: Int) -> (line: Int, offset: Int) {
    let anchor = row / Self.step
    var line = lines[anchor]
    var offset = offsets[anchor]
    for place in anchor * Self.step..<row {
      offset &+= Int(truncatingIfNeeded: offsetSteps[place + 1])
      line += Int(PackedNumbers.unzigzag(lineSteps[place + 1])) + 1
    }
    return (line + lineBase, offset)
  }

  /// Says about how many rows there will be.
  mutating func expect(_ total: Int) {
    offsetSteps.expect(total)
    lineSteps.expect(total)
  }

  /// Appends a row.
  mutating func append(line: Int, offset: Int) {
    if count % Self.step == 0 {
      lines.append(line)
      offsets.append(offset)
    }
    offsetSteps.append(UInt64(bitPattern: Int64(offset - lastOffset)))
    lineSteps.append(PackedNumbers.zigzag(Int64(line - lastLine - 1)))
    lastOffset = offset
    lastLine = line
  }

  /// Appends rows that follow each other without a gap, of so many lines and bytes each.
  mutating func append(
    line: Int, offset: Int, lineCounts: Span<UInt32>, byteCounts: Span<UInt32>
  ) {
    guard lineCounts.count > 0 else { return }
    append(line: line, offset: offset)
    for index in 0..<lineCounts.count - 1 {
      lastLine += Int(lineCounts[index])
      lastOffset += Int(byteCounts[index])
      if (count + index) % Self.step == 0 {
        lines.append(lastLine)
        offsets.append(lastOffset)
      }
    }
    offsetSteps.append(contentsOf: byteCounts.extracting(0..<byteCounts.count - 1))
    appendLineSteps(lineCounts.extracting(0..<lineCounts.count - 1))
  }

  private mutating func appendLineSteps(_ lineCounts: Span<UInt32>) {
    if UnsafeNumbers.maximum(lineCounts) <= 1 {
      lineSteps.fill(to: lineSteps.count + lineCounts.count)
    } else {
      let steps = lineCounts.indices.map { PackedNumbers.zigzag(Int32(lineCounts[$0]) - 1) }
      lineSteps.append(contentsOf: steps.span)
    }
  }

  /// Says that so many lines stand before the part of the file that the rows are from.
  mutating func move(byLines count: Int) {
    lineBase += count
  }
}

/// The places of the rows of shards that were put together.
struct ShardPlaces: Sendable {
  private var shards: [RowPlaces]
  private var starts: [Int]

  init(_ shard: RowPlaces) {
    shards = [shard]
    starts = [0, shard.count]
  }

  /// The line and the byte offset of a row. O(log number of shards).
  subscript(row: Int) -> (line: Int, offset: Int) {
    var low = 0
    var high = shards.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return shards[low][row - starts[low]]
  }

  /// Appends the rows of later shards.
  mutating func append(_ other: ShardPlaces) {
    let count = starts[starts.count - 1]
    shards += other.shards
    starts += other.starts.dropFirst().map { $0 + count }
  }

  /// Says that so many lines stand before the part of the file that the rows are from.
  mutating func move(byLines count: Int) {
    for index in shards.indices { shards[index].move(byLines: count) }
  }
}
