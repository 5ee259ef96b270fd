import Testing
import Validation

@Suite struct AssignedBeforeActivationTests {
  @Test func pendingAppsAndEarlierDaysAreTold() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind,status,activated_on
      S-1,P-1,Ledger,saas-app,pending,
      S-2,P-1,Ledger,isv-app,active,2026-01-10
      S-3,P-2,Teams,microsoft,pending,2026-01-10
      S-4,P-1,Ledger,isv-app,active,
      S-5,P-1,Ledger,isv-app,pending,2026-01-10
      -- license_assignments.csv
      subscription_id,assignee_id,assigned_on
      S-1,ana@contoso.example,2026-01-05
      S-1,bo@contoso.example,
      S-2,ana2@contoso.example,2026-01-09
      S-2,bo2@contoso.example,2026-01-10
      S-2,cia2@contoso.example,
      S-3,ana3@contoso.example,2026-01-05
      S-4,ana4@contoso.example,2026-01-05
      S-5,ana5@contoso.example,2026-01-05
      """
    func told(_ line: Int, _ field: String, _ license: String, _ message: String) -> Told {
      Told(
        rule: "assigned-before-activation", place: "license_assignments:\(line):\(field)",
        subject: "license \(license)@contoso.example", message: message)
    }
    #expect(
      try Checking(sample).told(.assignedBeforeActivation) == [
        told(
          2, "assigned_on", "S-1/ana",
          "ana@contoso.example has a licence of Ledger, which is not activated yet"),
        told(
          3, "assignee_id", "S-1/bo",
          "bo@contoso.example has a licence of Ledger, which is not activated yet"),
        told(
          4, "assigned_on", "S-2/ana2",
          """
          ana2@contoso.example got the licence on 2026-01-09, before Ledger was activated on \
          2026-01-10
          """),
        told(
          9, "assigned_on", "S-5/ana5",
          "ana5@contoso.example has a licence of Ledger, which is not activated yet"),
      ])
  }
}
