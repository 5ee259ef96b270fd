import Testing
import Validation

@Suite struct PaymentAtRiskTests {
  private func told(_ invoice: String, subscription: String = "S-1,P-1,Ledger,isv-app,active")
    throws -> [Told]
  {
    try Checking(
      """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind,status,billing_profile_id
      \(subscription),BP-1
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total,due_date,amount_due,status
      G0,BP-1,2025-12-01,EUR,10.00,2025-12-31,0.00,paid
      G1,BP-1,2025-12-01,EUR,10.00,\(invoice)
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charges,total
      G0,1,S-1,10.00,10.00
      G1,1,S-1,10.00,10.00
      """
    ).told(.paymentAtRisk)
  }

  @Test(arguments: [
    ("2026-02-28,10.00,past-due", true), ("2026-01-30,0.01,due", true), ("2026-01-30,0.01,", true),
    ("2026-01-31,10.00,due", false), ("2026-01-30,0.00,due", false), ("2026-01-30,,due", false),
    ("2026-01-30,10.00,paid", false), ("2026-01-30,10.00,void", false), (",10.00,due", false),
  ])
  func pastDueIsTheStatusOrTheDate(_ invoice: String, _ isTold: Bool) throws {
    let expected = Told(
      rule: "payment-at-risk", place: "subscriptions:2:billing_profile_id",
      subject: "subscription S-1", message: "Ledger is on invoice G1, which is past due")
    #expect(try told(invoice) == (isTold ? [expected] : []))
  }

  @Test(arguments: [
    ("S-1,P-1,Ledger,isv-app,disabled", false), ("S-1,P-1,Ledger,microsoft,active", false),
    ("S-2,P-1,Ledger,isv-app,active", false), ("S-1,P-1,Ledger,saas-app,", true),
  ])
  func onlyActiveThirdPartyAppsOnTheInvoiceAreAtRisk(_ row: String, _ isTold: Bool) throws {
    #expect(try !told("2026-01-30,10.00,due", subscription: row).isEmpty == isTold)
  }
}
