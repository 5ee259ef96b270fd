import BillingModel

/// Finds the first row of each key of a table.
struct KeyIndex {
  private let contents: TableContents
  private let columns: [Int]
  private var slots: [UInt32]
  private let mask: Int

  init(_ contents: TableContents) {
    self.contents = contents
    columns = contents.table.schema.columns.indices.filter {
      contents.table.schema.columns[$0].isKey
    }
    var size = 16
    while size < contents.count * 2 { size *= 2 }
    slots = Array(repeating: .max, count: size)
    mask = size - 1
  }

  /// True when the table has a key at all.
  var hasKey: Bool { !columns.isEmpty }

  /// Adds a row. The result is the earlier row with the same key; nil when there is none.
  mutating func add(_ row: Int) -> Int? {
    var slot = hash(row) & mask
    while slots[slot] != .max {
      let other = Int(slots[slot])
      if columns.allSatisfy({ contents.keyPart($0, row) == contents.keyPart($0, other) }) {
        return other
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row)
    return nil
  }

  private func hash(_ row: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in columns {
      hash = (hash ^ contents.keyPart(column, row)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
