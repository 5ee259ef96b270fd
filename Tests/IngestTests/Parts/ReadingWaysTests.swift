import BillingModel
import CalendarDates
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

  /// Two unknown columns of one name, in a file that is cut and in two files.
  @Test func unknownColumnsOfOneNameStayApart() {
    let text = "user_principal_name,note,note\na@x,1,2\nb@x,3,4\nc@x,5,6\n"
    let input = InputFile(path: "users.csv", source: .memory(Array(text.utf8)))
    let alone = ReadingWays.alone(input)
    for parts in 2...4 {
      #expect(ReadingWays.inParts(input, parts, step: 16, reach: .standard) == alone)
    }
    let result = InMemoryIngest.read(
      [("a.csv", text), ("b.csv", "user_principal_name,note,memo,note\nd@x,7,8,9\n")],
      asOf: CalendarDate(days: 20_484))
    let users = result.dataset.users
    let cells = users.extra.map { column in users.rows.map { column.cells[$0] } }
    #expect(users.extra.map(\.name) == ["note", "note", "memo"])
    #expect(
      cells == [["1", "3", "5", "7"], ["2", "4", "6", "9"], [nil, nil, nil, "8"]])
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

  /// Threads that are free take what another one has not reached, again and again. The file is larger than
  /// what is looked at for its delimiter.
  @Test(arguments: UInt64(1)...3)
  func aFileMayBeCutWhileItIsRead(seed: UInt64) {
    var hostile = HostileCSV(seed: seed)
    for rate in [0...2, 0...60, 0...400] {
      var bytes = hostile.users(records: 400, damagedCells: rate)
      while bytes.count < 150_000 {
        let more = hostile.users(records: 400, damagedCells: rate)
        bytes += [10] + more.drop { $0 != 10 }.dropFirst()
      }
      let input = InputFile(path: "users.csv", source: .memory(bytes))
      let alone = ReadingWays.alone(input)
      for (step, least) in [(64, 300), (4096, 700)] {
        let cut = ReadingWays.cutWhileRead(input, step: step, least: least)
        #expect(cut.dump == alone, "seed \(seed), step \(step), \(cut.parts) parts")
        #expect(cut.parts > 4)
      }
    }
  }

  /// Assignments as they are exported: each person has some rows, which say the same of the person, and
  /// some of which are damaged in what they repeat or in what is their own.
  @Test(arguments: UInt64(1)...40)
  func whatRecordsRepeatIsReadAsIfTheyDidNot(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    func any(_ cells: [String]) -> String { cells.randomElement(using: &random) ?? "" }
    let names = [
      "Doe, Jane", "Åsa \"Å\" Berg", "N/A", "", " edge", "a name of more than thirty-two bytes",
    ]
    var text =
      "subscription_id,assignee_id,display_name,assigned_on,extra,assigned_by_role,assignee_kind\n"
    for person in 0..<120 {
      let name = any(names).replacing("\"", with: "\"\"")
      let repeated = [
        any(["user\(person)@contoso.example", "User\(person)@Contoso.example"]), "\"\(name)\"",
        any(["2024-01-31", "2024-02-30", "", "2023-06-01"]), any(["x", "NULL", "\(person)"]),
      ].joined(separator: ",")
      for row in 0..<Int.random(in: 1...4, using: &random) {
        let role = any(["license-admin", "user-admin", "", "nobody"])
        text += "S-\(person % 7 + row),\(repeated),\(role),\(any(["user", "group", "person"]))\n"
      }
    }
    let difference = ReadingWays.difference(Array(text.utf8), name: "license_assignments.csv")
    #expect(difference == nil, "seed \(seed)")
  }
}
