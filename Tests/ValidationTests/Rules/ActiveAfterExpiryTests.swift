import Testing
import Validation

@Suite struct ActiveAfterExpiryTests {
  @Test func theReportDateDecides() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,status,expires_on,auto_renew
      S-1,P-1,Teams,active,2026-01-30,false
      S-2,P-1,Teams,active,2026-01-31,false
      S-3,P-1,Teams,active,2026-01-30,true
      S-4,P-1,Teams,active,2026-01-30,
      S-5,P-1,Teams,pending,2026-01-30,false
      S-6,P-1,Teams,disabled,2026-01-30,false
      S-7,P-1,Teams,active,,false
      S-8,P-1,Teams,,2026-01-30,false
      """
    func told(_ line: Int, _ message: String) -> Told {
      Told(
        rule: "active-after-expiry", place: "subscriptions:\(line):expires_on",
        subject: "subscription S-\(line - 1)", message: message)
    }
    let stops = "Teams is active, but it ended on 2026-01-30 and does not renew"
    #expect(
      try Checking(sample).told(.activeAfterExpiry) == [
        told(2, stops),
        told(5, "Teams is active, but it ended on 2026-01-30 and nothing says that it renews"),
        told(9, stops),
      ])
  }

  @Test func aMissingRenewalIsToldOnlyOfFilesThatHaveTheColumn() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,status,expires_on
      S-1,P-1,active,2026-01-30
      """
    #expect(try Checking(sample).findings.isEmpty)
  }
}
