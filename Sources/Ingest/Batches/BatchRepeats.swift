/// The records of a batch that say in a run of columns what the one before says: there they are read
/// once, as a group.
struct BatchRepeats: Sendable {
  /// The columns of the file; none where nothing is repeated.
  var columns = 0..<0
  /// How many groups there are, and how many records.
  var groupCount = 0
  var count = 0
  /// The first record of each group.
  var firstRecords: [UInt32]
  /// The group of each record.
  var groupsOfRecords: [UInt32]
  /// Not 0 for a group that needs the thorough way.
  var odd: [UInt8]

  init(size: Int) {
    firstRecords = [UInt32](repeating: 0, count: size)
    groupsOfRecords = firstRecords
    odd = [UInt8](repeating: 0, count: size)
  }

  var leaders: ArraySlice<UInt32> { firstRecords[..<groupCount] }
  var groups: ArraySlice<UInt32> { groupsOfRecords[..<count] }

  /// The groups of some records.
  func groups(of records: Range<Int>) -> Range<Int> {
    let last = Int(groupsOfRecords[records.upperBound - 1])
    return Int(groupsOfRecords[records.lowerBound])..<last + 1
  }

  /// Nothing is repeated.
  mutating func forget() {
    columns = 0..<0
    groupCount = 0
    count = 0
  }

  /// Marks the records of odd groups, and forgets which these are.
  mutating func addOdd(to records: inout [UInt8]) {
    for record in 0..<count { records[record] |= odd[Int(groupsOfRecords[record])] }
    for group in 0..<groupCount { odd[group] = 0 }
  }
}
