import Testing
import Validation

@Suite struct AssignerRoleTests {
  @Test(arguments: [
    ("billing-admin", true), ("service-support-admin", true), ("global-admin", false),
    ("license-admin", false), ("user-admin", false), ("purchaser", false),
    ("publisher-portal", false), ("", false),
  ])
  func twoRolesMayNotAssign(_ role: String, _ isTold: Bool) throws {
    let sample = """
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@x.example,\(role)
      """
    let expected = Told(
      rule: "assigner-role", place: "license_assignments:2:assigned_by_role",
      subject: "license S-1/ana@x.example",
      message: "ana@x.example got the licence from the role \(role), which may not assign licences")
    #expect(try Checking(sample).told(.assignerRole) == (isTold ? [expected] : []))
  }
}
