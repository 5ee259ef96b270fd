import BillingModel

/// The rows of a table by the code of one of its ids, in the order of the table.
struct RowsByCode: Sendable {
  private var starts: [UInt32]
  private var sorted: [UInt32]

  /// Sorts the rows. O(rows + codes).
  init<Tag, Domain>(_ table: Table<Tag>, _ column: TextColumn<Domain>, count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for row in table.rows {
      if let code = column.code(row) { starts[code + 1] += 1 }
    }
    for code in 0..<count { starts[code + 1] += starts[code] }
    var next = starts
    sorted = Array(repeating: 0, count: Int(starts[count]))
    for row in table.rows {
      guard let code = column.code(row) else { continue }
      sorted[Int(next[code])] = UInt32(row)
      next[code] += 1
    }
  }

  /// The rows of a code.
  func rows(of code: Int) -> [UInt32] {
    Array(sorted[Int(starts[code])..<Int(starts[code + 1])])
  }
}
