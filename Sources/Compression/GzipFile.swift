/// A gzip file: one member or several, one after the other.
public struct GzipFile {
  private let region: FileRegion
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var output = [UInt8](repeating: 0, count: 1 << 17)
  private var filled = 0
  private var place = 0
  /// How many bytes were read from the region.
  private var position = 0
  private var expanded = 0

  private init(_ region: FileRegion) {
    self.region = region
  }

  /// Hands all that comes out to `sink`, in pieces, until it returns false. Checksums and lengths of
  /// all members are checked; zero bytes after the last are padding.
  public static func expand(
    _ region: FileRegion, _ budget: inout ExpansionBudget,
    to sink: (borrowing Span<UInt8>) -> Bool
  ) throws(ExpansionError) {
    var file = GzipFile(region)
    try file.run(&budget, sink)
  }

  private mutating func run(
    _ budget: inout ExpansionBudget, _ sink: (borrowing Span<UInt8>) -> Bool
  ) throws(ExpansionError) {
    var inflater = Inflater()
    while true {
      guard try fill() else { throw damaged("the file is cut off") }
      let step = inflater.step(&input, place..<filled, into: &output)
      place += step.read
      try hand(step.written, &budget, sink)
      switch step.outcome {
      case .failed(let reason): throw damaged(reason)
      case .ongoing: break
      case .endOfMember:
        guard try skipPadding() else { return }
        inflater.reset()
      }
    }
  }

  private mutating func hand(
    _ count: Int, _ budget: inout ExpansionBudget, _ sink: (borrowing Span<UInt8>) -> Bool
  ) throws(ExpansionError) {
    guard count > 0 else { return }
    expanded += count
    try budget.spend(count, expanded: expanded, compressed: position - (filled - place))
    guard sink(output.span.extracting(0..<count)) else { throw .stopped }
  }

  /// Goes to the next member; false when none comes.
  private mutating func skipPadding() throws(ExpansionError) -> Bool {
    var isPadded = false
    while try fill() {
      guard input[place] == 0 else {
        guard !isPadded else { throw damaged("bytes follow the end that are not gzip") }
        return true
      }
      isPadded = true
      place += 1
    }
    return false
  }

  /// Reads on when all bytes at hand are used; false at the end of the file.
  private mutating func fill() throws(ExpansionError) -> Bool {
    guard place == filled else { return true }
    filled = try region.read(into: &input, at: position)
    place = 0
    position += filled
    return filled > 0
  }

  private func damaged(_ reason: String) -> ExpansionError {
    .damaged(reason: reason, expanded: expanded)
  }
}
