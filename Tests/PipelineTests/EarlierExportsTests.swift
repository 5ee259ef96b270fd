import TestSupport
import Testing

/// `--previous DIR`: what rules find by comparing with earlier exports.
struct EarlierExportsTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let header = "subscription_id,product_id,kind,pricing_model,quantity,status,ended_on\n"
    try folder.write(
      header
        + "S-1,P-1,microsoft,per-license,1,active,\nS-2,P-2,saas-app,flat-rate,Unlimited,disabled,\n"
        + "S-3,P-3,saas-app,flat-rate,5,active,\n", to: "2025-12-31/subscriptions.csv")
    let licenses = "subscription_id,assignee_id\nS-1,a@x.example\nS-1,b@x.example\n"
    try folder.write(licenses, to: "2025-12-31/licenses.csv")
    try folder.write(
      header
        + "S-1,P-1,microsoft,per-license,1,active,\nS-2,P-2,saas-app,flat-rate,Unlimited,active,\n"
        + "S-3,P-3,saas-app,flat-rate,Unlimited,active,\n", to: "now/subscriptions.csv")
    try folder.write(licenses, to: "now/licenses.csv")
    return folder
  }

  private static func findings(_ folder: TemporaryFolder, _ more: [String]) throws -> [JSON] {
    try Billfold.json(
      ["validate", folder.path(of: "now"), "--as-of", "2026-01-31"] + more)["findings"].elements
  }

  @Test func changesSinceThenAreFound() throws {
    let folder = try Self.folder()
    let alone = try Self.findings(folder, [])
    #expect(alone.map { $0["rule"].string }.contains("over-assigned"))
    #expect(!alone.map { $0["rule"].string }.contains("disabled-app-reactivated"))
    let help = alone.first { $0["rule"].string == "over-assigned" }?["help"].string
    #expect(help?.contains("until 2026-05-01") == true)

    let found = try Self.findings(folder, ["--previous", folder.path(of: "2025-12-31")])
    func told(_ rule: String) -> [String?] {
      found.filter { $0["rule"].string == rule }.flatMap {
        [$0["subject"]["id"].string, $0["message"].string, $0["help"].string]
      }
    }
    #expect(
      told("disabled-app-reactivated").prefix(2) == [
        "S-2", "S-2 is active again under the same id; it was disabled on 2025-12-31",
      ])
    #expect(
      told("flat-rate-quantity-change").prefix(2) == [
        "S-3", "S-3 has a flat rate, but its quantity changed from 5 to Unlimited",
      ])
    #expect(told("over-assigned").last??.contains("until 2026-03-31") == true)
  }

  @Test func theEndOfATermIsNotTheDayOfEarlierExports() throws {
    let folder = try Self.folder()
    try folder.write(
      "subscription_id,product_id,pricing_model,quantity,status,activated_on,expires_on\n"
        + "S-1,P-1,per-license,1,active,2025-11-30,2026-01-20\n", to: "old/subscriptions.csv")
    try folder.write(
      "subscription_id,assignee_id\nS-1,a@x.example\nS-1,b@x.example\n", to: "old/licenses.csv")
    let found = try Self.findings(folder, ["--previous", folder.path(of: "old")])
    let help = found.first { $0["rule"].string == "over-assigned" }?["help"].string
    #expect(help?.contains("until 2026-02-28") == true)
  }

  @Test func earlierExportsWithoutSubscriptionsAreRefused() throws {
    let folder = try Self.folder()
    try folder.write("user_principal_name\na@x.example\n", to: "old/users.csv")
    let outcome = try Billfold.run(
      ["validate", folder.path(of: "now"), "--previous", folder.path(of: "old")])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("nothing to compare with"))
    #expect(outcome.bytes.isEmpty)
  }
}
