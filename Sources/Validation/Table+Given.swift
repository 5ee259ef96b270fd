import BillingModel

/// The rows whose file has a column: an empty cell says something only there.
struct GivenRows: Sendable {
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// True when the row's file has the column. O(log files).
  subscript(row: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(row)
  }
}

extension Table {
  /// The rows whose file has the column.
  func given(_ column: String) -> GivenRows {
    guard let index = Tag.id.schema.index(of: column) else {
      preconditionFailure("a rule asks for a column of the table's schema")
    }
    return GivenRows(files.filter { $0.given.contains(index) }.map(\.rows))
  }
}
