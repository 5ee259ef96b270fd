import Testing
import Validation

@Suite struct BillingProfileIncompleteTests {
  @Test func eachMissingFieldIsTold() throws {
    let sample = """
      -- billing_profiles.csv
      billing_profile_id,name,payment_method,contact_name,contact_email,address,city
      BP-1,Contoso,,,,,
      BP-2,Contoso,check,Ana,,1 Main Street,
      BP-3,Contoso,check,Ana,,,Malmö
      """
    func told(_ line: Int, _ column: String) -> Told {
      Told(
        rule: "billing-profile-incomplete", place: "billing_profiles:\(line):\(column)",
        subject: "billing-profile BP-\(line - 1)",
        message: "billing profile Contoso has no \(column)")
    }
    #expect(
      try Checking(sample).told(.billingProfileIncomplete) == [
        told(2, "payment_method"), told(2, "contact_name"), told(2, "address"), told(4, "address"),
      ])
  }

  @Test func columnsThatTheFileDoesNotHaveAreNotMissed() throws {
    let sample = """
      -- billing_profiles.csv
      billing_profile_id,name,contact_name
      BP-1,Contoso,
      """
    #expect(
      try Checking(sample).told(.billingProfileIncomplete).map(\.place) == [
        "billing_profiles:2:contact_name"
      ])
  }
}
