import BillingModel
import CalendarDates
import Diagnostics
import Digests
import ExactNumbers
import Ingest
import Testing

/// Several files that tell of the same things: states of one export, other formats, sums, corrections.
struct StatesTests {
  static let header = "user_principal_name,department\n"

  private func read(_ files: [(name: String, text: String)]) -> IngestResult {
    InMemoryIngest.read(files, asOf: CalendarDate(days: 20_500))
  }

  private func books(_ result: IngestResult) -> [String] {
    result.dataset.files.map {
      "\($0.path) \($0.rowsIn) \($0.accepted) \($0.quarantined) \($0.ignored)"
    }
  }

  @Test func theLaterOfDatedFoldersCounts() {
    let result = read([
      ("2026-03-01/users.csv", Self.header + "a@x,IT\nb@x,HR\nc@x,HR\n"),
      ("2026-03-02/users.csv", Self.header + "a@x,IT\nb@x,Sales\nd@x,HR\n"),
      ("2026-03-03/users.csv", Self.header + "a@x,IT\nb@x,Law\nd@x,HR\n"),
    ])
    #expect(
      books(result) == [
        "2026-03-01/users.csv 3 0 0 3", "2026-03-02/users.csv 3 0 0 3",
        "2026-03-03/users.csv 3 3 0 0",
      ])
    #expect(result.findings.map(\.finding.severity) == [.note, .note])
  }

  @Test func partsOfTheLatestDayCountTogether() {
    let (one, two) = (Self.header + "a@x,IT\nb@x,HR\n", Self.header + "c@x,HR\nd@x,HR\n")
    let all = Self.header + "a@x,Law\nb@x,Law\nc@x,Law\nd@x,Law\n"
    let split = read([
      ("2026-03-01/users.csv", all), ("2026-03-02/a.csv", one), ("2026-03-02/b.csv", two),
    ])
    #expect(
      books(split) == [
        "2026-03-01/users.csv 4 0 0 4", "2026-03-02/a.csv 2 2 0 0", "2026-03-02/b.csv 2 2 0 0",
      ])
    let joined = read([
      ("2026-03-01/a.csv", one), ("2026-03-01/b.csv", two), ("2026-03-02/users.csv", all),
    ])
    #expect(
      books(joined) == [
        "2026-03-01/a.csv 2 0 0 2", "2026-03-01/b.csv 2 0 0 2", "2026-03-02/users.csv 4 4 0 0",
      ])
    #expect([split, joined].flatMap(\.findings).allSatisfy { $0.finding.severity == .note })
  }

  @Test func statesOfTheLatestDayAreRefusedAlsoBesideAnEarlierDay() {
    let (one, two) = (Self.header + "a@x,IT\nb@x,HR\n", Self.header + "a@x,HR\nb@x,IT\n")
    let result = read([
      ("2026-03-01/users.csv", one), ("2026-03-02/a.csv", one), ("2026-03-02/b.csv", two),
    ])
    #expect(
      books(result) == [
        "2026-03-01/users.csv 2 0 0 2", "2026-03-02/a.csv 2 0 2 0", "2026-03-02/b.csv 2 0 2 0",
      ])
    #expect(result.findings.map(\.finding.severity) == [.note, .error, .error])
  }

  @Test func pickLastTakesEveryPartOfTheLastDayAndLeavesCorrectionsAlone() {
    var options = ReadingOptions()
    options.pickFolder = "exports"
    func picked(_ files: [(name: String, text: String)]) -> [String] {
      books(
        InMemoryIngest.read(
          files.map { (name: $0.name, bytes: Array($0.text.utf8)) },
          asOf: CalendarDate(days: 20_500), options: options))
    }
    let (one, two) = (Self.header + "a@x,IT\nb@x,HR\n", Self.header + "c@x,HR\nd@x,HR\n")
    let fix =
      "billfold_file,billfold_line,billfold_sha256,user_principal_name,department\nx,1,0,e@x,IT\n"
    #expect(
      picked([
        ("2026-03-01/a.csv", one), ("2026-03-01/b.csv", two), ("2026-03-02/a.csv", one),
        ("2026-03-02/b.csv", two), ("2026-03-02/b2.csv", two), ("fix.csv", fix),
      ]) == [
        "2026-03-01/a.csv 2 0 0 2", "2026-03-01/b.csv 2 0 0 2", "2026-03-02/a.csv 2 2 0 0",
        "2026-03-02/b.csv 2 0 0 2", "2026-03-02/b2.csv 2 2 0 0", "fix.csv 1 0 1 0",
      ])
    #expect(
      picked([("2026-03-02/a.csv", Self.usage), ("2026-03-02/b.csv", Self.usage)]) == [
        "2026-03-02/a.csv 1 0 0 1", "2026-03-02/b.csv 1 1 0 0",
      ])
  }

  private static let usage = "product_id,charges,total,currency,provider\nP,1.00,1.00,EUR,A\n"

  /// `column currency in accepted quarantined ignored` of each file.
  private func amounts(_ result: IngestResult) -> [[String]] {
    result.dataset.files.map { file in
      file.amounts.map { amount in
        let sums = [amount.incoming, amount.accepted, amount.quarantined, amount.ignored]
        return ([amount.column, amount.currency.code] + sums.map { $0?.description ?? "?" })
          .joined(separator: " ")
      }
    }
  }

  private static let invoices = "invoice_id,billing_profile_id,invoice_date,currency,total\n"

  @Test func amountsOfEarlierStatesAreIgnoredAmounts() {
    let old =
      Self.invoices + "G1,B,2026-01-01,EUR,10.00\nG2,B,2026-01-01,EUR,5.50\nG3,B,x,EUR,1.25\n"
    let new = Self.invoices + "G1,B,2026-01-01,EUR,10.00\nG2,B,2026-01-01,EUR,6.50\n"
    let result = read([("2026-03-01/i.csv", old), ("2026-03-02/i.csv", new)])
    #expect(
      amounts(result) == [["total EUR 16.75 0 0 16.75"], ["total EUR 16.5 16.5 0 0"]])
    #expect(books(result).first == "2026-03-01/i.csv 3 0 0 3")
  }

  /// The lines of an earlier state have the currency of their invoice, as those of the later one; whether
  /// the files show that they are states, or the user says so.
  @Test(arguments: [nil, "exports"])
  func linesWithoutACurrencyAreIgnoredInThatOfTheirInvoice(pickFolder: String?) {
    let header = "invoice_id,line_number,charges,total\n"
    let old = "G1,1,4.00,4.00\nG1,x,6.00,6.00\nG9,1,1.00,1.00\nG1,2,2.00,2.00\n"
    var options = ReadingOptions()
    options.pickFolder = pickFolder
    let files = [
      (name: "2026-03-01/l.csv", text: header + old),
      (name: "2026-03-02/l.csv", text: header + "G1,1,4.00,5.00\nG1,2,2.00,2.00\n"),
      (name: "i.csv", text: Self.invoices + "G1,B,2026-01-01,EUR,10.00\n"),
    ]
    let result = InMemoryIngest.read(
      files.map { (name: $0.name, bytes: Array($0.text.utf8)) },
      asOf: CalendarDate(days: 20_500), options: options)
    #expect(
      amounts(result).prefix(2) == [
        ["charges EUR 12 0 0 12", "total EUR 12 0 0 12"],
        ["charges EUR 6 6 0 0", "total EUR 7 7 0 0"],
      ])
    #expect(result.dataset.files[0].unread == ["charges": 1, "total": 1])
  }

  @Test func amountsOfCorrectedRecordsAreIgnoredAmounts() {
    let bad = "G3,B,x,EUR,1.25"
    let hash = SHA256.digest(of: bad).hex
    let correction =
      "billfold_file,billfold_line,billfold_sha256," + Self.invoices
      + "i.csv,3,\(hash),G3,B,2026-01-02,EUR,1.35\n"
    let result = read([
      ("i.csv", Self.invoices + "G1,B,2026-01-01,EUR,10.00\n" + bad + "\n"),
      ("z.csv", correction),
    ])
    #expect(
      amounts(result) == [["total EUR 11.25 10 0 1.25"], ["total EUR 1.35 1.35 0 0"]])
  }

  /// Of two usage reports the later one counts: by the day in the path, else by that in the records.
  @Test(arguments: [
    ("a.csv", "b.csv", "Bob"), ("b.csv", "a.csv", "Bob"),
    ("2026-02-01/a.csv", "2026-01-31/b.csv", "Bo"),
  ])
  func theDayInTheRecordsTellsTheLaterState(first: String, second: String, name: String) {
    let header = "Report Refresh Date,User Principal Name,Display Name,Assigned Products\n"
    let result = read([
      (first, header + "2026-01-29,a@x,Ann,\n2026-01-29,b@x,Bo,\n"),
      (second, header + "2026-01-30,a@x,Anna,\n2026-01-30,b@x,Bob,\n"),
    ])
    let users = result.dataset.users
    #expect(users.rows.map { users.displayName[$0] }.last == name)
    #expect(result.findings.map(\.finding.rule) == [.overlappingExports])
    #expect(users.rows.count == 2)
  }

  /// A day that no calendar has is none.
  @Test(arguments: [
    ("users-20260230.csv", nil), ("20260131/users-20260230.csv", "20260131"),
    ("2026-02-28/u.csv", "20260228"), ("2024_02_29.csv", "20240229"), ("2026-13-01.csv", nil),
  ])
  func theDayOfAPath(path: String, digits: String?) {
    let day = PathDate.date(in: path)
    #expect(day.map { $0.description.filter { $0 != "-" } } == digits)
  }

  @Test func statesWithoutADateAreRefused() {
    let result = read([
      ("a/users.csv", Self.header + "a@x,IT\nb@x,HR\n"),
      ("b/users.csv", Self.header + "a@x,Law\nb@x,Sales\nc@x,HR\n"),
    ])
    #expect(books(result) == ["a/users.csv 2 0 2 0", "b/users.csv 3 0 3 0"])
    #expect(result.findings.map(\.finding.rule) == [.overlappingExports, .overlappingExports])
    #expect(result.findings.allSatisfy { $0.finding.severity == .error })
  }

  @Test func fewerThanHalfOfTheKeysAreDuplicates() {
    let result = read([
      ("a/users.csv", Self.header + "a@x,IT\nb@x,HR\nc@x,HR\n"),
      ("b/users.csv", Self.header + "a@x,Law\nd@x,Sales\ne@x,HR\n"),
    ])
    #expect(books(result) == ["a/users.csv 3 3 0 0", "b/users.csv 3 2 1 0"])
    #expect(result.rowFindings.map(\.rule) == [.duplicateKey])
  }

  @Test func anotherFormatGivesWhatIsAbsent() throws {
    let report = """
      Report Refresh Date,User Principal Name,Display Name,Teams Last Activity Date,Assigned Products
      2026-01-30,A@x,Ann,2026-01-20,
      2026-01-30,b@x,Bo,2026-01-21,

      """
    let result = read([("detail.csv", report), ("users.csv", Self.header + "a@x,IT\n")])
    let users = result.dataset.users
    #expect(users.rows.count == 2)
    #expect(users.department[0] == "IT")
    #expect(users.lastSignInOn[0] == CalendarDate("2026-01-20"))
    #expect(users.displayName[0] == "Ann")
    #expect(books(result).first == "detail.csv 2 1 0 1")
  }

  @Test func sumsAreLeftOutWhereSingleOnesAreGiven() {
    let sums = "AccountSkuId,ActiveUnits,WarningUnits,ConsumedUnits\nx:E3,10,0,9\nx:E5,5,0,1\n"
    let single = "subscription_id,product_id,quantity\nS1,E3,4\nS2,E3,6\n"
    let result = read([("msol.csv", sums), ("s.csv", single)])
    #expect(books(result) == ["msol.csv 2 1 0 1", "s.csv 2 2 0 0"])
  }

  @Test func aCorrectionReplacesTheRecordWithItsHash() throws {
    let bad = "b@x,HR,never"
    let users = "user_principal_name,department,created_on\na@x,IT,2025-01-02\n\(bad)\n"
    let hash = SHA256.digest(of: Array(bad.utf8)).hex
    let head = "billfold_file,billfold_line,billfold_sha256,rules,reason,"
    let correction =
      head + "user_principal_name,department,created_on\n"
      + "users.csv,3,\(hash),bad-date,text,b@x,'-HR,2025-01-03\n"
    let result = read([("fix.csv", correction), ("users.csv", users)])
    #expect(books(result) == ["fix.csv 1 1 0 0", "users.csv 2 1 0 1"])
    #expect(result.dataset.files.map(\.corrected) == [0, 1])
    #expect(result.findings.isEmpty && result.rowFindings.isEmpty)
    let data = result.dataset.users
    #expect(data.rows.map { data.department[$0] } == ["IT", "-HR"])
    let stale = read([
      ("fix.csv", correction.replacing(hash, with: "00")), ("users.csv", users),
    ])
    #expect(books(stale) == ["fix.csv 1 0 1 0", "users.csv 2 1 1 0"])
    #expect(stale.rowFindings.map(\.rule) == [.staleCorrection])
  }

  @Test func aCorrectionLeavesWhatWasFoundAboutOtherRecordsOfItsLine() {
    let bad = #"{"user_principal_name":"b@x","created_on":"never"}"#
    let other = #"{"user_principal_name":"c@x","created_on":"soon"}"#
    let hash = SHA256.digest(of: Array(bad.utf8)).hex
    let correction =
      "billfold_file,billfold_line,billfold_sha256,user_principal_name,created_on\n"
      + "users.json,1,\(hash),b@x,2025-01-03\n"
    let result = read([("fix.csv", correction), ("users.json", "[\(bad),\(other)]")])
    #expect(books(result) == ["fix.csv 1 1 0 0", "users.json 2 0 1 1"])
    #expect(result.findings.contains { $0.finding.value == "soon" })
  }

  @Test func whatIsSaidOfStatesHoldsForFilesReadInParts() {
    func file(_ name: String, _ department: String) -> PreparedInput {
      let rows = (0..<40).map { "p\($0)@x,\(department)\n" }.joined()
      let bytes = Array((Self.header + rows).utf8)
      return InputPreparation(SpoolPool()).prepare(
        InputFile(path: name, source: .memory(bytes)), ReadingOptions())[0]
    }
    var options = ReadingOptions()
    options.pickFolder = "exports"
    let inputs = [file("a.csv", "IT"), file("b.csv", "HR")]
    let readings = inputs.map { input in
      let parts = FileParts(input, options, parts: 3, least: 100)
      #expect(parts.count == 3)
      return FileReader.join(parts, (0..<3).map { FileReader.read(parts, part: $0) })
    }
    let result = Settling.settle(
      inputs.map(\.input), readings, asOf: CalendarDate(days: 20_500))
    #expect(books(result) == ["a.csv 40 0 0 40", "b.csv 40 40 0 0"])
  }

  @Test func aVendorsExportWithoutRowsIsSaid() {
    let result = read([("p.csv", "ProductName,ProductId,PolicyId,PolicyValue\n")])
    #expect(result.findings.map(\.finding.rule) == [.noRows])
  }

  @Test func productNamesOfOtherFilesAreLookedUp() throws {
    let list = """
      Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names
      Suite+Extras,A,GUID-A,p,1,P
      Twin,B,GUID-B,p,1,P
      Twin,C,GUID-C,p,1,P

      """
    let users = """
      User principal name,Display name,Licenses
      ann@x,Ann,Suite+Extras+Twin+Other
      bo@x,Bo,Unlicensed

      """
    let subscriptions = "subscription_id,product_id,quantity\nS,GUID-C,5\n"
    let result = read([("n.csv", list), ("s.csv", subscriptions), ("u.csv", users)])
    let rows = result.dataset.licenseAssignments
    #expect(rows.rows.map { rows.productID[$0] } == ["GUID-A", "GUID-C", "Other"])
    #expect(rows.rows.map { rows.subscriptionID[$0] } == ["product:GUID-A", "S", "product:Other"])
  }

  @Test func aWordMayMeanTwoColumnsInTwoTables() throws {
    let subscriptions = "訂閱,產品,訂閱狀態,到期日,授權數量\nS,P,使用中,2026-03-01,無限制\n"
    let invoices = "發票號碼,計費設定檔,發票日期,到期日,currency,總計\nI,B,2026-01-05,2026-02-05,TWD,12\n"
    let data = read([("i.csv", invoices), ("s.csv", subscriptions)]).dataset
    #expect(data.subscriptions.expiresOn[0] == CalendarDate("2026-03-01"))
    #expect(data.subscriptions.status[0] == .active)
    #expect(data.subscriptions.quantity[0] == .unlimited)
    #expect(data.invoices.dueDate[0] == CalendarDate("2026-02-05"))
  }
}
