import TestSupport
import Testing

/// The reports of the program, cell by cell, against a computation that shares no code with it.
struct FiguresTests {
  static let reports = [
    "license-usage", "self-service-products", "self-service-buyers", "apps", "invoice-summary",
    "users", "self-service-policies", "renewals", "departments", "export users",
  ]

  @Test(arguments: reports, ["2026-01-31", "2025-06-15"])
  func sampleEqualsTheNaiveComputation(report: String, date: String) throws {
    let tenant = try NaiveTenant(
      folder: Billfold.sample, asOf: try #require(NaiveDay(date)))
    try Self.compare(report, tenant, folder: Billfold.sample, date: date)
  }

  @Test(arguments: UInt64(1)...12)
  func randomTenantsEqualTheNaiveComputation(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = RandomTenant(seed: seed)
    try random.write(to: folder)
    let tenant = try NaiveTenant(folder: folder.path, asOf: try #require(NaiveDay("2026-01-31")))
    for report in Self.reports {
      try Self.compare(report, tenant, folder: folder.path, date: "2026-01-31")
    }
    try Self.judgePlan(tenant, folder: folder.path)
    try Self.compareBooks(tenant, folder: folder.path)
  }

  @Test func plansOfRandomTenantsAreTheCheapestOfAll() throws {
    var actions: [String: Int] = [:]
    for seed in UInt64(1)...25 {
      let folder = try TemporaryFolder()
      var random = RandomTakeovers(seed: seed)
      try random.write(to: folder)
      let tenant = try NaiveTenant(folder: folder.path, asOf: try #require(NaiveDay("2026-01-31")))
      for row in try Self.judgePlan(tenant, folder: folder.path) {
        actions[row["action"].cell, default: 0] += 1
      }
    }
    for action in ["move", "buy", "cancel", "keep", "null"] {
      #expect(actions[action] ?? 0 >= 5, "\(action): \(actions)")
    }
  }

  @Test func thePlanOfTheSampleIsTheCheapestOfAll() throws {
    let tenant = try NaiveTenant(
      folder: Billfold.sample, asOf: try #require(NaiveDay("2026-01-31")))
    try Self.judgePlan(tenant, folder: Billfold.sample)
  }

  @discardableResult
  private static func judgePlan(_ tenant: NaiveTenant, folder: String) throws -> [JSON] {
    let plan = try Billfold.json(["report", "consolidation", folder, "--as-of", "2026-01-31"])
    try NaiveConsolidation(tenant: tenant, printed: plan["rows"].elements).compare()
    return plan["rows"].elements
  }

  @Test func everyFileOfTheSampleHasTheRowsThatAreCountedByHand() throws {
    let tenant = try NaiveTenant(
      folder: Billfold.sample, asOf: try #require(NaiveDay("2026-01-31")))
    try Self.compareBooks(tenant, folder: Billfold.sample)
  }

  static func compare(
    _ report: String, _ tenant: NaiveTenant, folder: String, date: String
  ) throws {
    let words = report.hasPrefix("export") ? ["export", "users"] : ["report", report]
    let printed = try Billfold.json(words + [folder, "--as-of", date])["rows"].elements
    let expected = try rows(of: report, tenant, folder: folder, date: date)
    #expect(printed.count == expected.count, "\(report): rows")
    for (place, (row, cells)) in zip(printed, expected).enumerated() {
      let found = Dictionary(uniqueKeysWithValues: row.members.map { ($0.key, $0.value.cell) })
      #expect(Set(found.keys) == Set(cells.keys), "\(report): columns")
      for (column, cell) in found.sorted(by: { $0.key < $1.key }) where cell != cells[column] {
        Issue.record(
          "\(report) row \(place + 1) \(column): \(cell), naively \(cells[column] ?? "-"): \(cells)"
        )
        return
      }
    }
  }

  private static func rows(
    of report: String, _ tenant: NaiveTenant, folder: String, date: String
  ) throws -> NaiveTenant.Rows {
    switch report {
    case "license-usage": return tenant.licenseUsage
    case "self-service-products": return tenant.selfServiceProducts
    case "self-service-buyers": return tenant.selfServiceBuyers
    case "invoice-summary": return tenant.invoiceSummary
    case "users": return tenant.userLicenses
    case "self-service-policies": return tenant.selfServicePolicies
    case "renewals": return tenant.renewals
    case "departments": return tenant.departments
    case "export users": return tenant.exportedUsers
    default:
      let validation = try Billfold.json(["validate", folder, "--as-of", date], codes: [0, 1])
      return tenant.apps(tenant.findings(of: validation, reading: readingRules))
    }
  }

  private static let readingRules: Set<String> = [
    "unreadable-file", "unknown-table", "ambiguous-format", "missing-column", "ignored-column",
    "row-shape", "unclosed-quote", "bad-encoding", "missing-value", "bad-date", "bad-number",
    "bad-amount", "bad-currency", "unknown-value", "duplicate-key", "incomplete-pages", "no-rows",
  ]

  static func compareBooks(_ tenant: NaiveTenant, folder: String) throws {
    let files = try Billfold.json(["validate", folder, "--as-of", "2026-01-31"], codes: [0, 1])[
      "files"
    ].elements
    let printed = files.map {
      "\($0["file"].cell) \($0["table"].cell) \($0["rows_in"].cell) \($0["accepted"].cell)"
    }
    #expect(
      printed == tenant.tables.books.map { "\($0.file) \($0.table) \($0.rows) \($0.accepted)" })
    for file in files {
      let counts = ["accepted", "quarantined", "ignored"].map { file[$0].int ?? -1 }
      #expect(counts.reduce(0, +) == file["rows_in"].int, "\(file["file"].cell)")
    }
  }
}
