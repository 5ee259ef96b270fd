import Ingest
import ReadingProperties
import TestSupport
import Testing

/// Reading in batches and in parts against reading record by record: the same rows, findings and
/// quarantine for any input and any sizes.
struct ReadingWaysTests {
  @Test(arguments: UInt64(1)...16)
  func allWaysGiveTheSame(seed: UInt64) {
    var hostile = HostileCSV(seed: seed)
    for rate in [0...2, 0...60, 0...400] {
      let bytes = hostile.file(records: 40, damagedCells: rate)
      let difference = ReadingWays.difference(bytes, name: "file.csv")
      #expect(difference == nil, "seed \(seed)")
      if difference != nil { return }
    }
  }

  /// People who are known before keep their spelling, and others are found as if none were.
  @Test(arguments: UInt64(1)...24)
  func peopleMayBeKnownBefore(seed: UInt64) {
    var hostile = HostileCSV(seed: seed)
    for rate in [0...2, 0...60, 0...400] {
      let users = hostile.users(records: 6, damagedCells: rate)
      let others = hostile.file(records: 40, damagedCells: rate)
      #expect(ReadingWays.peopleDifference(users: users, others: others) == nil, "seed \(seed)")
    }
  }

  @Test(arguments: 1...40)
  func aFileMayBeCutAnywhere(parts: Int) {
    let text = """
      user_principal_name,display_name,department
      a@c.example,"one
      b@c.example,x,y
      two",IT
      c@c.example,"Sales
      d@c.example,""z"",q
      ",HR

      e@c.example,"open,IT
      f@c.example,F,HR
      """
    let input = InputFile(path: "users.csv", source: .memory(Array(text.utf8)))
    let found = ReadingWays.inParts(input, parts, step: 16, reach: .standard)
    #expect(found == ReadingWays.alone(input))
  }
}
