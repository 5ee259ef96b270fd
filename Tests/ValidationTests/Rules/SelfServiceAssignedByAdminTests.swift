import Testing
import Validation

@Suite struct SelfServiceAssignedByAdminTests {
  @Test(arguments: [
    ("global-admin", true), ("license-admin", true), ("user-admin", true), ("billing-admin", true),
    ("service-support-admin", true), ("purchaser", false), ("publisher-portal", false),
    ("", false),
  ])
  func administratorsDoNotAssignSelfService(_ role: String, _ isTold: Bool) throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,acquisition
      S-1,P-1,Visio,self-service
      S-2,P-1,Visio,central
      S-3,P-1,Visio,
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@x.example,\(role)
      S-2,bo@x.example,\(role)
      S-3,cia@x.example,\(role)
      """
    let expected = Told(
      rule: "self-service-assigned-by-admin", place: "license_assignments:2:assigned_by_role",
      subject: "license S-1/ana@x.example",
      message: """
        ana@x.example got the licence of self-service Visio from \(role), not its purchaser
        """)
    #expect(
      try Checking(sample).told(.selfServiceAssignedByAdmin) == (isTold ? [expected] : []))
  }
}
