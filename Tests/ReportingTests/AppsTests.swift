import BillingModel
import Diagnostics
import Reporting
import Testing

struct AppsTests {
  private static let tenant = TestTenant()
    .with(
      .products,
      """
      product_id,product_name,kind,publisher,pricing_model
      p1,Sigma,saas-app,Northwind,flat-rate
      p2,Delta,isv-app,Fabrikam,per-license
      p3,Office,microsoft,,per-license
      """
    )
    .with(
      .subscriptions,
      """
      subscription_id,product_id,product_name,kind,channel,storefront,region,cloud,quantity,status,activated_on,expires_on,billing_profile_id
      s3,p2,,,direct,appsource,Sweden,germany,5,active,2025-01-01,2026-12-31,bp1
      s2,p2,,,partner,partner-center,Sweden,,5,deleted,,,
      s1,p1,,,direct,azure-marketplace,Norway,21vianet,Unlimited,,2025-01-02,,bp1
      s4,p3,Office,saas-app,,,,,5,active,,,
      s5,p9,Own,isv-app,,,,,5,active,,,
      s6,p8,Unknown kind,,,,,,5,active,,,
      """
    )
    .with(.licenseAssignments, "subscription_id,assignee_id\ns1,u\ns2,u\ns2,v")
    .with(.invoiceLines, "invoice_id,line_number,subscription_id,charges,total\ni,1,s3,1,1")

  @Test func listsThirdPartySubscriptionsOnly() {
    let report = Self.tenant.basis(asOf: "2026-01-31").report(.apps)
    #expect(
      report.texts("subscription_id", "product_name", "publisher", "kind", "pricing_model")
        == [
          "s2 Delta Fabrikam isv-app per-license", "s3 Delta Fabrikam isv-app per-license",
          "s5 Own ? isv-app ?", "s1 Sigma Northwind saas-app flat-rate",
        ])
    #expect(
      report.texts(
        "region", "cloud", "quantity", "assigned", "status", "activated_on", "expires_on")
        == [
          "Sweden worldwide 5 2 deleted ? ?", "Sweden germany 5 0 active 2025-01-01 2026-12-31",
          "? worldwide 5 0 active ? ?", "Norway 21vianet Unlimited 1 ? 2025-01-02 ?",
        ])
    #expect(report.totals.isEmpty)
  }

  @Test func saysWhereEachTaskIsDone() throws {
    let report = Self.tenant.basis(asOf: "2026-01-31").report(.apps)
    let place = try #require(report.column("where_to_manage"))
    func task(_ name: String, row: Int) -> String? {
      guard case .record(let fields) = report.rows[row][place] else { return nil }
      return fields.first { $0.name == name }?.word
    }
    // Two subscriptions of an app by another vendor: one not from AppSource, one from there.
    #expect(
      (0..<4).map { task("change-quantity", row: $0) }
        == ["vendor", "admin-center", "vendor", "admin-center"])
    #expect(
      (0..<4).map { task("assign-licenses", row: $0) }
        == ["admin-center", "admin-center", "admin-center", "publisher-portal"])
    #expect(task("view-invoice", row: 3) == "admin-center")
    #expect(task("set-up-app", row: 3) == "publisher-portal")
  }

  @Test func namesTheRulesOfTheSubscriptionAndItsLicencesOnce() {
    func finding(_ rule: String, _ table: TableID, _ row: Int, _ subject: Subject) -> RowFinding {
      RowFinding(
        rule: RuleID(rule), severity: .violation, table: table, row: row, column: nil,
        subject: subject)
    }
    let findings = [
      finding("wrong-portal", .licenseAssignments, 1, Subject(.license, "s2/u")),
      finding("wrong-portal", .licenseAssignments, 2, Subject(.license, "s2/v")),
      finding("flat-rate-quantity", .subscriptions, 1, Subject(.subscription, "s2")),
      finding("flat-rate-quantity-change", .invoiceLines, 0, Subject(.invoiceLine, "i/1")),
      finding("line-total", .invoiceLines, 0, Subject(.invoiceLine, "i/1")),
      finding("other", .subscriptions, 3, Subject(.subscription, "s4")),
    ]
    let report = Self.tenant.basis(asOf: "2026-01-31", findings: findings).report(.apps)
    #expect(
      report.texts("findings")
        == ["flat-rate-quantity,wrong-portal", "flat-rate-quantity-change", "", ""])
  }
}
