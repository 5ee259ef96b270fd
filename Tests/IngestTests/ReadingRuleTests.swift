import BillingModel
import CalendarDates
import Diagnostics
import ExactNumbers
import Ingest
import Testing

/// Reads the files and gives all findings with their places, in printing order.
func findings(_ files: [(name: String, text: String)]) -> [Finding] {
  let result = InMemoryIngest.read(files, asOf: CalendarDate(days: 20_484))
  let locator = RecordLocator(result)
  let placed = locator.place(result.rowFindings) { finding in
    result.dataset.source(of: finding.row, in: finding.table)
  }
  return (result.findings + placed).map(\.finding).sorted(by: Finding.isInPrintingOrder)
}

struct ReadingRuleTests {
  @Test(arguments: ReadingRules.all.map(\.id.rawValue))
  func badExampleTriggersItsRuleOnlyAndGoodExampleNone(id: String) throws {
    let rule = try #require(ReadingRules.all.first { $0.id.rawValue == id })
    let bad = findings(ExampleFile.files(in: rule.bad).map { ($0.name, $0.text) })
    #expect(Set(bad.map(\.rule)) == [rule.id])
    #expect(bad.first?.severity == rule.severity)
    let good = findings(ExampleFile.files(in: rule.good).map { ($0.name, $0.text) })
    #expect(good.isEmpty)
  }

  @Test(arguments: ReadingRules.all.map(\.id.rawValue))
  func everyMessageIsFilled(id: String) throws {
    let rule = try #require(ReadingRules.all.first { $0.id.rawValue == id })
    for finding in findings(ExampleFile.files(in: rule.bad).map { ($0.name, $0.text) }) {
      #expect(!rule.message(of: finding).contains("{"))
      // A line for billfold.yaml has braces of its own.
      #expect(!rule.help(of: finding).replacing("[{path: ", with: "").contains("{"))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    let places: [String]

    init(_ description: String, _ file: String, _ text: String, _ places: [String]) {
      testDescription = description
      self.file = file
      self.text = text
      self.places = places
    }
  }

  static let users = "user_principal_name,display_name,created_on\n"

  @Test(arguments: [
    Case(
      "the field after an embedded line break", "u.csv",
      users + "a@x.example,\"A\nB\",2025-13-01\n",
      ["3:4 bad-date 2025-13-01"]),
    Case(
      "a quoted value points at its quote", "u.csv", users + "a@x.example,A,\"soon\"\n",
      ["2:15 bad-date soon"]),
    Case(
      "columns count UTF-8 bytes", "u.csv", users + "ä@x.example,Å,never\n",
      ["2:17 bad-date never"]),
    Case(
      "two errors of one row", "u.csv", users + ",A,never\n",
      ["2:1 missing-value ", "2:4 bad-date never"]),
    Case(
      "a ragged row points at its first byte", "u.csv", users + "a@x.example,A\n",
      ["2:1 row-shape -"]),
    Case(
      "an unclosed quote points at the quote, and the rest is read", "u.csv",
      users + "a@x.example,\"A,2025-01-01\nb@x.example,B,never\n",
      ["2:13 unclosed-quote -", "3:15 bad-date never"]),
    Case(
      "a NUL byte", "u.csv", users + "a@x.example,A\0,2025-01-01\n",
      ["2:13 bad-encoding A\0"]),
    Case(
      "JSON points at the value", "u.json",
      "[\n  {\"user_principal_name\": \"a@x.example\", \"created_on\": \"never\"}\n]\n",
      ["2:56 bad-date never"]),
    Case(
      "a broken line of newline-delimited JSON", "u.ndjson",
      "{\"user_principal_name\": \"a@x.example\"}\n{\"user_principal_name\n{\"user_principal_name\": \"b@x.example\"}\n",
      ["2:1 row-shape -"]),
    Case(
      "a missing key of a JSON record", "u.json",
      "[{\"user_principal_name\": \"a@x.example\"}, {\"country\": \"SE\"}]",
      ["1:42 missing-value -"]),
    Case("an empty file", "u.csv", "", ["-:- unknown-table -"]),
    Case("UTF-16", "u.csv", "\u{FEFF}", ["-:- unknown-table -"]),
  ])
  func pointsAtThePlace(_ item: Case) {
    let places = findings([(item.file, item.text)]).map { finding in
      let line = finding.location.line.map(String.init) ?? "-"
      let column = finding.location.column.map(String.init) ?? "-"
      return "\(line):\(column) \(finding.rule) \(finding.value ?? "-")"
    }
    #expect(places == item.places)
  }

  @Test func windows1252IsReadWhenNothingElseExplainsTheBytes() throws {
    let header = Array("user_principal_name,display_name\n".utf8)
    let bytes = header + Array("a@x.example,Ren".utf8) + [0xE9, 0x65, 0x0A]
    let result = InMemoryIngest.read([(name: "u.csv", bytes: bytes)], asOf: CalendarDate(days: 0))
    #expect(result.dataset.files.first?.encoding == "windows-1252")
    #expect(result.dataset.users.displayName[0] == "Renée")
    let mixed =
      header + Array("a@x.example,Ren".utf8) + [0xE9, 0x65, 0x0A]
      + Array("b@x.example,Åsa\n".utf8)
    let other = InMemoryIngest.read([(name: "u.csv", bytes: mixed)], asOf: CalendarDate(days: 0))
    #expect(other.dataset.files.first?.encoding == "utf-8")
    #expect(other.dataset.files.first?.quarantined == 1)
    #expect(other.dataset.files.first?.accepted == 1)
  }

  @Test func booksBalanceForEveryFile() throws {
    let invoices = """
      invoice_id,billing_profile_id,invoice_date,currency,total,tax
      I1,B1,2026-01-05,EUR,10.00,1.00
      I2,B1,2026-01-05,USD,20.00,x
      I3,B1,2026-01-05,XXX,30.00,
      I1,B1,2026-01-05,EUR,10.00,1.00
      I4,B1,2026-01-05,EUR,0.5

      """
    let data = InMemoryIngest.read([("i.csv", invoices)], asOf: CalendarDate(days: 20_484)).dataset
    let file = try #require(data.files.first)
    #expect([file.rowsIn, file.accepted, file.quarantined, file.ignored] == [5, 1, 4, 0])
    let sums = file.amounts.map {
      "\($0.column) \($0.currency) \($0.accepted?.description ?? "-") \($0.quarantined?.description ?? "-")"
    }
    #expect(sums == ["tax EUR 1 1", "total EUR 10 10", "total USD 0 20"])
    #expect(file.unread == ["tax": 2, "total": 2])
    // An amount that is left empty (I3's tax) is not one that cannot be read.
    #expect(data.quarantine.map(\.unread) == [["tax"], ["total"], [], ["tax", "total"]])
  }
}
