import Testing
import Validation

@Suite struct WrongPortalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: String
    let role: String
    let acquisition: String
    let isTold: Bool
    var testDescription: String { "\(kind) by \(role), \(acquisition)" }
  }

  @Test(arguments: [
    Case(kind: "saas-app", role: "publisher-portal", acquisition: "central", isTold: false),
    Case(kind: "saas-app", role: "publisher-portal", acquisition: "self-service", isTold: false),
    Case(kind: "saas-app", role: "purchaser", acquisition: "self-service", isTold: true),
    Case(kind: "saas-app", role: "license-admin", acquisition: "central", isTold: true),
    Case(kind: "saas-app", role: "", acquisition: "central", isTold: false),
    Case(kind: "isv-app", role: "publisher-portal", acquisition: "central", isTold: true),
    Case(kind: "isv-app", role: "license-admin", acquisition: "central", isTold: false),
    Case(kind: "isv-app", role: "purchaser", acquisition: "self-service", isTold: false),
    Case(kind: "microsoft", role: "publisher-portal", acquisition: "central", isTold: false),
    Case(kind: "", role: "publisher-portal", acquisition: "central", isTold: false),
  ])
  func eachKindHasItsPortal(_ sample: Case) throws {
    let text = """
      -- subscriptions.csv
      subscription_id,product_id,kind,acquisition
      S-1,P-1,\(sample.kind),\(sample.acquisition)
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@x.example,\(sample.role)
      """
    let told = try Checking(text).told(.wrongPortal)
    #expect(
      told.map(\.place) == (sample.isTold ? ["license_assignments:2:assigned_by_role"] : []))
  }

  @Test func theRightPortalIsNamed() throws {
    let text = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind
      S-1,P-1,Ledger,saas-app
      S-2,P-2,Fleet,isv-app
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_by_role
      S-1,ana@x.example,user-admin
      S-2,ana@x.example,publisher-portal
      """
    #expect(
      try Checking(text).told(.wrongPortal).map(\.message) == [
        """
        ana@x.example got the licence of Ledger from user-admin: a SaaS app is assigned in its \
        publisher's portal
        """,
        """
        ana@x.example got the licence of Fleet from publisher-portal: an ISV app is assigned in \
        the admin center
        """,
      ])
  }
}
