import BillingModel
import CalendarDates
import Ingest
import TestSupport
import Testing

/// Records that are long themselves: time is that of their bytes, not of its square. Each of these took
/// hours before.
struct LargeRecordTests {
  private static let asOf = CalendarDate(days: 20_484)

  /// A group of everybody, a member a line.
  @Test func groupOfAHundredThousandMembersIsRead() throws {
    let members = (1...100_000).map { "{\"userPrincipalName\": \"u\($0)@contoso.example\"}" }
    let text = """
      {"value": [
      {"id": "GROUP-1", "displayName": "Everybody", "assignedLicenses": [], "members": [
      \(members.joined(separator: ",\n"))
      ]}]}
      """
    let result = InMemoryIngest.read(
      [(name: "groups.json", bytes: Array(text.utf8))], asOf: Self.asOf)
    let rows = result.dataset.groupMembers
    try #require(rows.count == 100_000)
    for row in [0, 1, 54_321, 99_999] { #expect(rows.source(of: row).line == row + 3) }
  }

  /// A text of many plus signs beside a product whose name has some.
  @Test func licencesOfManyPlusSignsAreTakenApart() {
    let names = """
      Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names
      Dynamics 365 A + B+C,DYN,11111111-1111-1111-1111-111111111111,P,22222222-2222-2222-2222-222222222222,Plan

      """
    let pieces = (1...20_000).map { "p\($0)" }
    let licences = (["Dynamics 365 A + B+C"] + pieces + ["Dynamics 365 A + B+C"])
      .joined(separator: "+")
    let users = """
      User principal name,Display name,Licenses,When created
      ann@contoso.example,Ann,\(licences),2026-01-05 08:00:00Z

      """
    let result = InMemoryIngest.read(
      [
        (name: "names.csv", bytes: Array(names.utf8)),
        (name: "users.csv", bytes: Array(users.utf8)),
      ], asOf: Self.asOf)
    let table = result.dataset.licenseAssignments
    let products = table.rows.compactMap { table.productID[$0] }
    // The product stands there twice, which counts once.
    #expect(products.count { $0.hasPrefix("11111111-") } == 1)
    #expect(products.count { $0.hasPrefix("p") } == 20_000)
  }
}
