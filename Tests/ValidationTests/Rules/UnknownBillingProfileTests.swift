import Testing
import Validation

@Suite struct UnknownBillingProfileTests {
  @Test func subscriptionsInvoicesAndRolesAreChecked() throws {
    let sample = """
      -- billing_profiles.csv
      billing_profile_id,name
      BP-1,Contoso
      -- subscriptions.csv
      subscription_id,product_id,billing_profile_id
      S-1,P-1,BP-1
      S-2,P-1,BP-2
      S-3,P-1,
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,currency,total
      G1,BP-3,2026-01-01,EUR,1.00
      -- billing_profile_roles.csv
      billing_profile_id,user_principal_name,role
      BP-4,ana@contoso.example,owner
      """
    let told = try Checking(sample).told(.unknownBillingProfile)
    #expect(
      told.map(\.place) == [
        "subscriptions:3:billing_profile_id", "invoices:2:billing_profile_id",
        "billing_profile_roles:2:billing_profile_id",
      ])
    #expect(
      told.map(\.subject) == ["subscription S-2", "invoice G1", "billing-profile BP-4"])
    #expect(
      told.first?.message == "billing profile `BP-2` is not in the billing profiles table")
  }
}
