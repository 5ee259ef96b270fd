import Testing
import Validation

@Suite struct GroupMembersUnknownTests {
  @Test func groupsWithoutMembersAreTold() throws {
    let sample = """
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind,via_group
      S-1,group-1,group,
      S-1,group-2,group,
      S-2,group-2,group,
      S-1,ana@x.example,user,group-3
      -- group_members.csv
      group_id,user_principal_name
      GROUP-1,ana@x.example
      """
    let told = try Checking(sample).told(.groupMembersUnknown)
    #expect(told.map(\.subject) == ["license S-1/group-2", "license S-2/group-2"])
    #expect(
      told.first?.message
        == "group group-2 has a licence, but its members are not known: it counts as one")
  }
}
