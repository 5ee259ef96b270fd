import Testing
import Validation

/// The two rules about people who do not need their licence.
@Suite struct ReclaimableLicenseTests {
  static let sample = """
    -- subscriptions.csv
    subscription_id,product_id,status
    S-1,P-1,active
    S-2,P-1,expired
    S-3,P-1,disabled
    -- users.csv
    user_principal_name,account_enabled,last_sign_in_on
    off@x.example,false,2026-01-30
    away@x.example,true,2025-11-02
    here@x.example,true,2025-11-03
    new@x.example,,
    -- license_assignments.csv
    subscription_id,product_id,assignee_id,assignee_kind,via_group
    S-1,P-1,Off@x.example,user,
    S-1,P-1,off@x.example,user,group-1
    S-2,P-1,away@x.example,,
    S-1,P-1,here@x.example,user,
    S-1,P-1,new@x.example,user,
    S-3,P-1,off@x.example,user,
    S-3,P-1,away@x.example,user,
    S-9,P-1,off@x.example,user,
    ,P-1,off@x.example,user,
    S-1,P-1,off@x.example,group,
    """

  @Test func licencesInUseOfDisabledAccountsAreTold() throws {
    let told = try Checking(Self.sample).told(.licenseOfDisabledAccount)
    #expect(told.map(\.place) == [2, 3, 10].map { "license_assignments:\($0):assignee_id" })
    #expect(told.last?.subject == "license P-1/off@x.example")
    #expect(told.first?.message == "the account of off@x.example is disabled, but it has a licence")
  }

  @Test func licencesInUseOfPeopleWhoDoNotSignInAreTold() throws {
    #expect(
      try Checking(Self.sample).told(.licenseOfInactiveUser) == [
        Told(
          rule: "license-of-inactive-user", place: "license_assignments:4:assignee_id",
          subject: "license S-2/away@x.example",
          message:
            "away@x.example has a licence and last signed in on 2025-11-02 (days since then: 90)")
      ])
  }

  @Test func theNumberOfDaysIsConfigured() throws {
    var settings = RuleSettings()
    for threshold in Rules.thresholds where threshold.rule == .licenseOfInactiveUser {
      settings.thresholds[threshold] = 91
    }
    #expect(try Checking(Self.sample, settings: settings).told(.licenseOfInactiveUser).isEmpty)
  }
}
