import TestSupport

/// Files of billfold's tables with every kind of damage, for comparing ways to read them.
struct HostileCSV {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
  }

  /// The columns of each table, and for each column what stands in its cells.
  private static let tables: [(header: String, cells: [[String]])] = [
    (
      "subscription_id,assignee_id,assignee_kind,display_name,assigned_on,note,via_group",
      [
        ["S-1", "S-2", "a8948c89-3b61-8676-26bb-7dbd2d1c9af0"], people, ["user", "User", "group"],
        names, dates, names, ["", "", "G-1"],
      ]
    ),
    (
      "invoice_id,line_number,product_name,service_start,quantity,charges,tax,total,currency",
      [
        ["G1", "G2", "G3"], ["1", "2", "3", "-4"], names, dates, numbers, numbers, numbers, numbers,
        ["EUR", "usd", "JPY"],
      ]
    ),
    (
      "user_principal_name,display_name,department,account_enabled,created_on,last_sign_in_on",
      [people, names, names, ["true", "FALSE", ""], dates, dates]
    ),
  ]

  private static let people = ["ana@c.example", "Ana@C.example", "bo@c.example", "Ünal@c.example"]
  private static let dates = ["2026-01-31", "2025-02-28", "1969-12-31", "2026-01-05T08:15:00Z"]
  private static let numbers = ["1.50", "-2", "0.00", "12345678901.5", "3.125", "7", "1e2"]
  private static let names = [
    "Ana", "\"Sales, EMEA\"", "\"6\"\" disk\"", "\"two\nlines\"", "Björn", "無制限", "", "Åsa Öberg",
  ]
  /// What damaged cells hold.
  private static let damage: [[UInt8]] = [
    [], Array("NULL".utf8), Array("N/A".utf8), Array(" x ".utf8), Array("\u{A0}y".utf8),
    Array("a\"b".utf8), Array("\"open".utf8), Array("\"a\"b".utf8), [0xFF], [0x61, 0xE9], [0],
    [13], Array("a,b".utf8), Array("z\n".utf8), Array("\"\"".utf8), Array("31/12/2025".utf8),
    Array("1,5".utf8), Array("\"\"\"\"".utf8), Array("\u{3000}w".utf8),
  ]

  /// A file of at most `records` records.
  mutating func file(records: Int, damagedCells: ClosedRange<Int>) -> [UInt8] {
    let table = Int.random(in: Self.tables.indices, using: &random)
    return file(ofTable: table, records: records, damagedCells: damagedCells)
  }

  /// A file of users.
  mutating func users(records: Int, damagedCells: ClosedRange<Int>) -> [UInt8] {
    file(ofTable: 2, records: records, damagedCells: damagedCells)
  }

  private mutating func file(
    ofTable table: Int, records: Int, damagedCells: ClosedRange<Int>
  ) -> [UInt8] {
    let (header, cells) = Self.tables[table]
    let lineBreak = Bool.random(using: &random) ? "\n" : "\r\n"
    var bytes = Array((header + lineBreak).utf8)
    let rate = Int.random(in: damagedCells, using: &random)
    for _ in 0..<Int.random(in: 0...records, using: &random) {
      for (place, column) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += cell(column, damagedOf1000: rate)
      }
      bytes += Array(lineBreak.utf8)
    }
    if Bool.random(using: &random), let last = bytes.last, last == 10 { bytes.removeLast() }
    return bytes
  }

  private mutating func cell(_ column: [String], damagedOf1000 rate: Int) -> [UInt8] {
    guard Int.random(in: 0..<1000, using: &random) < rate else {
      return Array(column[Int.random(in: column.indices, using: &random)].utf8)
    }
    return Self.damage[Int.random(in: Self.damage.indices, using: &random)]
  }
}
