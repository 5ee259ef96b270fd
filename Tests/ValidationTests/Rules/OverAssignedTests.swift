import Testing
import Validation

@Suite struct OverAssignedTests {
  private func checking(_ rows: String, _ assignments: String, _ more: String = "") throws
    -> [Told]
  {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,pricing_model,quantity,status
      \(rows)
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind,via_group
      \(assignments)

      """
    return try Checking(sample + more).told(.overAssigned)
  }

  @Test func distinctPeopleAreCounted() throws {
    let told = try checking(
      "S-1,P-1,Teams,per-license,1,active",
      "S-1,ana@x.example,user,\nS-1,ANA@x.example,user,g1\nS-1,bo@x.example,user,")
    #expect(
      told == [
        Told(
          rule: "over-assigned", place: "subscriptions:2:quantity", subject: "subscription S-1",
          message: "Teams has more licences assigned (2) than bought (1)")
      ])
    #expect(
      try checking(
        "S-1,P-1,Teams,per-license,1,active", "S-1,ana@x.example,user,\nS-1,ANA@x.example,user,g1"
      ).isEmpty)
  }

  @Test func groupsCountTheirMembersAndElseAsOne() throws {
    let rows = "S-1,P-1,Teams,per-license,1,active"
    #expect(try checking(rows, "S-1,g1,group,").isEmpty)
    let members =
      "-- group_members.csv\ngroup_id,user_principal_name\nG1,a@x.example\ng1,b@x.example\n"
    #expect(try checking(rows, "S-1,g1,group,", members).count == 1)
  }

  @Test(arguments: [
    ("per-license,1,active", true), ("per-license,1,expired", true), ("per-license,1,", true),
    ("per-license,1,pending", true), ("per-license,0,active", true), (",1,active", true),
    ("per-license,2,active", false), ("per-license,,active", false),
    ("per-license,Unlimited,active", false), ("flat-rate,1,active", false),
    ("per-license,1,disabled", false), ("per-license,1,deleted", false),
  ])
  func subscriptionsWithANumberThatHaveNotEndedAreChecked(_ row: String, _ isTold: Bool) throws {
    let told = try checking("S-1,P-1,Teams," + row, "S-1,a@x.example,,\nS-1,b@x.example,,")
    #expect(!told.isEmpty == isTold)
  }
}
