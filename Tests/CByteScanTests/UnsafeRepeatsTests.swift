import CByteScan
import TestSupport
import Testing

/// Records that repeat the one before, against what comparing their cells one by one gives.
///
/// Unsafe because the functions are C's: positions are those of cells in the bytes.
struct UnsafeRepeatsTests {
  /// Records with positions as an index gives them: after one that stands before the first byte.
  private struct Block {
    var bytes: [UInt8] = []
    var positions: [UInt32] = [.max]

    init(_ records: [[String]]) {
      for record in records {
        for (column, cell) in record.enumerated() {
          bytes += Array(cell.utf8)
          positions.append(UInt32(bytes.count))
          bytes.append(UInt8(ascii: column == record.count - 1 ? "\n" : ","))
        }
      }
    }
  }

  private static func records(seed: UInt64, columns: Int) -> [[String]] {
    var random = SeededGenerator(state: seed)
    return (0..<100).map { _ in
      (0..<columns).map { _ in ["", "a", "ab", "b"][Int.random(in: 0..<4, using: &random)] }
    }
  }

  @Test(arguments: UInt64(1)...60)
  func groupsAreRecordsThatSayTheSame(seed: UInt64) {
    let width = Int(seed % 4) + 1
    let records = Self.records(seed: seed, columns: width)
    let block = Block(records)
    for first in 0..<width {
      for after in first + 1...width {
        var leaders = [UInt32](repeating: 0, count: records.count)
        var groups = leaders
        let count = unsafe byte_scan_group_records(
          block.bytes, block.positions, width,
          byte_scan_columns(first: first, count: after - first), records.count, &leaders, &groups)
        var expected: [UInt32] = []
        for (index, record) in records.enumerated() {
          if index == 0 || records[index - 1][first..<after] != record[first..<after] {
            expected.append(UInt32(index))
          }
          #expect(groups[index] == UInt32(expected.count - 1))
        }
        #expect(Array(leaders[..<count]) == expected)
      }
    }
  }

  @Test func theColumnsThatRepeatAreFound() {
    let records = (0..<200).map { ["\($0)", "\($0 / 9)", "name \($0 / 9)", "x", "\($0 * 7)"] }
    let block = Block(records)
    let found = unsafe byte_scan_repeated_columns(
      block.bytes, block.positions, records[0].count, records.count)
    #expect(found.first == 1 && found.count == 3)
  }

  @Test func nothingIsFoundWhereNothingRepeats() {
    let records = (0..<200).map { ["\($0)", "x\($0)", $0 % 2 == 0 ? "a" : "b"] }
    let block = Block(records)
    #expect(unsafe byte_scan_repeated_columns(block.bytes, block.positions, 3, 200).count == 0)
    #expect(unsafe byte_scan_repeated_columns(block.bytes, block.positions, 3, 10).count == 0)
  }

  @Test func valuesOfGroupsAreSpreadInPlace() {
    let groups: [UInt32] = [5, 5, 6, 7, 7, 7]
    var bytes: [UInt8] = [1, 2, 3, 0, 0, 0]
    var numbers: [UInt32] = [1, 2, 3, 0, 0, 0]
    var wide: [Int64] = [1, 2, 3, 0, 0, 0]
    unsafe byte_scan_spread_8(&bytes, groups, 6)
    unsafe byte_scan_spread_32(&numbers, groups, 6)
    unsafe byte_scan_spread_64(&wide, groups, 6)
    #expect(bytes == [1, 1, 2, 3, 3, 3])
    #expect(numbers == [1, 1, 2, 3, 3, 3])
    #expect(wide == [1, 1, 2, 3, 3, 3])
  }

  @Test(arguments: [
    (40200, 10200, 410_040_000, 1, 2), (743, 480_012, 3_566_489, 100, 1),
    (5, 1, 0, 10, 0), (15, 1, 2, 10, 0), (16, 1, 2, 10, 1), (-16, 1, -2, 10, 1), (3, 1, 2, 1, 0),
  ])
  func productsAreExactOrRounded(left: Int64, right: Int64, product: Int64, by: Int64, mark: UInt8)
  {
    var marks: [UInt8] = [9]
    unsafe byte_scan_mark_products([left], [right], [product], 1, by, &marks)
    #expect(marks == [mark])
  }
}
