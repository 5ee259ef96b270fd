import CalendarDates
import Reporting
import Testing

/// The documented columns, in their order, as ARCHITECTURE.md has them.
struct ReportColumnTests {
  private static let documented: [ReportName: String] = [
    .licenseUsage: """
    product_id, product_name, kind, pricing_model, subscriptions, purchased, assigned, users, \
    available, utilization, over_assigned, reclaimable, currency, monthly_cost, \
    monthly_cost_known, unpriced, unused_monthly_cost
    """,
    .selfServiceProducts: """
    product_id, product_name, purchases, buyers, quantity_bought, assigned, policy, currency, \
    purchase_price
    """,
    .selfServiceBuyers: """
    purchaser_name, purchaser_email, subscription_id, product_id, product_name, quantity, \
    assigned, currency, purchase_price, expires_on, status, policy, takeover
    """,
    .selfServicePolicies:
      "product_id, product_name, policy, changed_on, purchases, quantity_bought",
    .consolidation: """
    product_id, product_name, subscription_id, purchaser_name, purchaser_email, action, reason, \
    move_to, licenses_to_buy, people, lose_access, cancel_by, currency, annual_cost, buy_cost, \
    annual_saving, proof, saving_at_most
    """,
    .renewals: """
    subscription_id, product_name, expires_on, days_left, auto_renew, currency, renewal_value, \
    unused_value
    """,
    .departments: "department, users, licenses, currency, monthly_cost, reclaimable_cost",
    .apps: """
    subscription_id, product_name, publisher, kind, channel, storefront, region, cloud, \
    pricing_model, quantity, assigned, status, activated_on, expires_on, billing_profile_id, \
    where_to_manage, findings
    """,
    .invoiceSummary: """
    billing_profile_id, name, month, currency, invoices, charges, credits, azure_credit, tax, \
    total, amount_due, past_due, not_yet_due, days_1_30, days_31_60, days_61_90, days_over_90
    """,
    .users: """
    user_principal_name, display_name, department, products, licenses, self_service, currency, \
    monthly_cost, reclaimable
    """,
    .userExport: """
    purchaser_name, user_principal_name, display_name, department, product_id, product_name, \
    subscription_id, acquisition, assigned_on
    """,
  ]

  @Test(arguments: ReportName.allCases)
  func columnsStandInTheDocumentedOrder(name: ReportName) {
    let report = TestTenant().basis(asOf: "2026-01-31").report(name)
    #expect(report.columns.map(\.id).joined(separator: ", ") == Self.documented[name])
    #expect(report.name == name)
    #expect(report.asOf.description == "2026-01-31")
  }
}
