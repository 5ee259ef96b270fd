import TestSupport
import Testing

/// Waivers and thresholds of `billfold.yaml`, from the file to the printed finding.
struct WaiverTests {
  private static let exports = """
    subscription_id,product_id,pricing_model,quantity,status
    SUB-1,P-1,per-license,1,active
    SUB-2,P-1,per-license,1,suspended
    """
  private static let licenses = """
    subscription_id,assignee_id
    SUB-1,ana@contoso.example
    SUB-1,bo@contoso.example
    """

  private static func folder(_ configuration: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(exports, to: "in/subscriptions.csv")
    try folder.write(licenses, to: "in/licenses.csv")
    try folder.write(configuration, to: "billfold.yaml")
    return folder
  }

  private static func waiver(_ rule: String, _ subject: String, _ expires: String) -> String {
    "  - {rule: \(rule), subject: '\(subject)', owner: Ada, reason: on order, expires: \(expires)}\n"
  }

  private static func arguments(_ folder: TemporaryFolder) -> [String] {
    [
      "validate", folder.path(of: "in"), "-c", folder.path(of: "billfold.yaml"), "--as-of",
      "2026-01-31",
    ]
  }

  @Test func aWaivedFindingStaysVisibleAndDoesNotCount() throws {
    let folder = try Self.folder(
      "waivers:\n" + Self.waiver("over-assigned", "SUB-*", "2026-01-31")
        + Self.waiver("unknown-value", "*subscriptions.csv*", "2026-02-01"))
    let json = try Billfold.json(Self.arguments(folder))
    let findings = json["findings"].elements
    #expect(findings.map { $0["rule"].string } == ["over-assigned", "unknown-value"])
    #expect(findings.map { $0["waived"] } == [.flag(true), .flag(true)])
    #expect(findings.first?["waiver"].string == "Ada: on order (until 2026-01-31)")
    #expect(json["counts"]["error"].int == 0)
    #expect(json["counts"]["warning"].int == 0)
    let text = try Billfold.run(Self.arguments(folder)).output
    #expect(text.contains("(waived: Ada: on order (until 2026-01-31))"))
    #expect(text.hasSuffix("no findings; 2 waived\n"))
  }

  @Test func anExpiredWaiverIsAFindingInTheConfiguration() throws {
    let folder = try Self.folder(
      "waivers:\n" + Self.waiver("over-assigned", "SUB-1", "2026-01-30"))
    let findings = try Billfold.json(Self.arguments(folder), codes: [1])["findings"].elements
    let expired = try #require(findings.first)
    #expect(
      findings.map { $0["rule"].string } == ["waiver-expired", "over-assigned", "unknown-value"])
    #expect(findings.map { $0["waived"] } == [.flag(false), .flag(false), .flag(false)])
    #expect(expired["file"].string == "billfold.yaml")
    #expect(expired["line"].int == 2)
    #expect(expired["column"].int == 84)
    #expect(
      expired["message"].string
        == "the waiver of over-assigned for SUB-1 by Ada ended on 2026-01-30")
    let text = try Billfold.run(Self.arguments(folder)).output
    #expect(text.contains("expires: 2026-01-30}\n"))
    #expect(text.contains("^^^^^^^^^^\n"))
  }

  @Test func aToleranceAllowsSmallDifferences() throws {
    func rules(_ tolerance: String) throws -> [String?] {
      let folder = try Self.folder("rules: {line-total: {tolerance: \(tolerance)}}")
      try folder.write(
        """
        invoice_id,line_number,charges,tax,total,currency
        G1,1,100.00,19.00,119.01,EUR
        """, to: "in/lines.csv")
      return try Billfold.json(Self.arguments(folder), codes: [1])["findings"].elements.map {
        $0["rule"].string
      }.filter { $0 == "line-total" }
    }
    #expect(try rules("0.01") == [])
    #expect(try rules("0.009") == ["line-total"])
  }

  @Test func daysAreWholeNumbers() throws {
    let folder = try Self.folder("rules: {lifecycle-overdue: {expired_days: 45.5}}")
    let outcome = try Billfold.run(Self.arguments(folder))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("billfold.yaml:1:43: error[bad-setting]"), "\(outcome.errors)")
  }
}
