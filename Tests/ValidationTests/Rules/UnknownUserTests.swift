import Testing
import Validation

@Suite struct UnknownUserTests {
  @Test func peopleAreCheckedButGroupsAreNot() throws {
    let sample = """
      -- users.csv
      user_principal_name
      Ana@contoso.example
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind,via_group
      S-1,ana@CONTOSO.example,user,
      S-1,bo@contoso.example,,group-1
      S-1,group-1,group,
      -- group_members.csv
      group_id,user_principal_name
      group-1,cia@contoso.example
      -- billing_profile_roles.csv
      billing_profile_id,user_principal_name,role
      BP-1,dag@contoso.example,owner
      -- subscriptions.csv
      subscription_id,product_id,purchaser_email
      S-1,P-1,eva@contoso.example
      """
    let told = try Checking(sample).told(.unknownUser)
    #expect(
      told.map(\.place) == [
        "license_assignments:3:assignee_id", "group_members:2:user_principal_name",
        "billing_profile_roles:2:user_principal_name",
      ])
    #expect(
      told.map(\.subject) == [
        "license S-1/bo@contoso.example", "group group-1", "billing-profile BP-1",
      ])
    #expect(told.first?.message == "user `bo@contoso.example` is not in the users table")
  }
}
