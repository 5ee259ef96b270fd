import BillingModel
import CalendarDates
import Testing
import Validation

/// The rules about a profile's payment method, card and owner.
@Suite struct BillingProfileRuleTests {
  static let sample = """
    -- billing_profiles.csv
    billing_profile_id,name,payment_method,card_expires_on
    BP-1,North,check,2026-01-30
    BP-2,South,credit-card,2026-01-31
    BP-3,East,,
    -- billing_profile_roles.csv
    billing_profile_id,user_principal_name,role
    BP-1,ana@x.example,contributor
    BP-2,ana@x.example,reader
    BP-2,bo@x.example,owner
    """

  @Test func checksAreToldSinceTheyAreNotAccepted() throws {
    #expect(
      try Checking(Self.sample).told(.checkNoLongerAccepted) == [
        Told(
          rule: "check-no-longer-accepted", place: "billing_profiles:2:payment_method",
          subject: "billing-profile BP-1",
          message: "billing profile North pays by check, which is not accepted since 2023-04-01")
      ])
    let data = try SampleDataset.dataset(Self.sample)
    for (day, count) in [("2023-03-31", 0), ("2023-04-01", 1)] {
      let asOf = try #require(CalendarDate(day))
      let context = RuleContext(data: data, asOf: asOf)
      #expect(
        Rules.check(context, LicenseCounts(data)).filter { $0.rule == .checkNoLongerAccepted }.count
          == count)
    }
  }

  @Test func aCardOfAnEarlierDayHasExpired() throws {
    #expect(
      try Checking(Self.sample).told(.cardExpired) == [
        Told(
          rule: "card-expired", place: "billing_profiles:2:card_expires_on",
          subject: "billing-profile BP-1",
          message: "the card of billing profile North expired on 2026-01-30")
      ])
  }

  @Test func profilesWithoutAnOwnerAreToldWhenRolesAreGiven() throws {
    let told = try Checking(Self.sample).told(.profileWithoutOwner)
    #expect(
      told.map(\.place) == [2, 4].map { "billing_profiles:\($0):billing_profile_id" })
    #expect(told.first?.message == "billing profile North has no owner")
    let profiles =
      Self.sample.prefix(while: { $0 != "_" })
      + "_profiles.csv\nbilling_profile_id,name\nBP-1,North\n"
    #expect(try Checking(String(profiles)).findings.isEmpty)
  }
}
