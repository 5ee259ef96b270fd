import Testing
import Validation

@Suite struct UnknownSubscriptionTests {
  @Test func licencesLinesAndReplacementsAreChecked() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,replaces_subscription_id
      S-1,P-1,S-7
      S-2,P-1,S-1
      -- license_assignments.csv
      subscription_id,product_id,assignee_id
      S-8,P-1,ana@contoso.example
      S-1,P-1,ana@contoso.example
      ,P-1,ana@contoso.example
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charges,total
      G1,1,S-9,1.00,1.00
      G1,2,,1.00,1.00
      """
    func told(_ place: String, _ subject: String, _ id: String) -> Told {
      Told(
        rule: "unknown-subscription", place: place, subject: subject,
        message: "subscription `\(id)` is not in the subscriptions table")
    }
    #expect(
      try Checking(sample).told(.unknownSubscription) == [
        told("license_assignments:2:subscription_id", "license S-8/ana@contoso.example", "S-8"),
        told("invoice_lines:2:subscription_id", "invoice-line G1/1", "S-9"),
        told("subscriptions:2:replaces_subscription_id", "subscription S-1", "S-7"),
      ])
  }

  @Test func nothingIsSaidWhenTheTableWasNotGiven() throws {
    let sample = """
      -- license_assignments.csv
      subscription_id,assignee_id
      S-8,ana@contoso.example
      """
    #expect(try Checking(sample).findings.isEmpty)
  }
}
