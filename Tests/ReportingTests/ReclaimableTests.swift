import BillingModel
import Reporting
import Testing

/// Reclaimable licences, each sentence of DEFINITIONS by hand.
struct ReclaimableTests {
  private static let subscriptions = """
    subscription_id,product_id,product_name,quantity,unit_price,currency,billing_frequency,status
    a1,alpha,Alpha,9,2,EUR,monthly,active
    a2,alpha,Alpha,9,3,EUR,monthly,expired
    a3,alpha,Alpha,9,4,USD,monthly,active
    a4,alpha,Alpha,9,5,EUR,monthly,disabled
    b1,beta,Beta,9,5,EUR,monthly,active
    """

  private func reclaimable(_ assignments: String, users: String = "") -> [String] {
    TestTenant()
      .with(.subscriptions, Self.subscriptions)
      .with(.licenseAssignments, "subscription_id,assignee_id,assigned_on\n" + assignments)
      .with(.users, "user_principal_name,account_enabled,last_sign_in_on\n" + users)
      .basis(asOf: "2026-03-31").report(.licenseUsage)
      .texts("product_id", "currency", "reclaimable")
  }

  @Test func licencesOfDisabledAccountsAre() {
    #expect(
      reclaimable("a1,u\nb1,U\na1,v", users: "u,false,2026-03-30\nv,true,2026-03-30")
        == ["alpha EUR 1", "alpha USD 0", "beta EUR 1"])
  }

  @Test(arguments: [
    ("2025-12-31", 1), ("2026-01-01", 0), ("2020-01-01", 1), ("2026-04-02", 0), ("", 0),
  ])
  func ninetyDaysWithoutSignInCount(lastSignIn: String, expected: Int) {
    #expect(
      reclaimable("b1,u", users: "u,true,\(lastSignIn)")
        == ["alpha EUR 0", "alpha USD 0", "beta EUR \(expected)"])
  }

  @Test(arguments: [
    // The one assigned first is kept, in whatever currency it is.
    ("a1,u,2025-01-02\na3,u,2025-01-01", ["alpha EUR 1", "alpha USD 0"]),
    ("a1,u,2025-01-01\na3,u,2025-01-02", ["alpha EUR 0", "alpha USD 1"]),
    // No date is last.
    ("a1,u,\na3,u,2025-01-02", ["alpha EUR 1", "alpha USD 0"]),
    // Then by subscription id, also when the file has the other order.
    ("a3,u,2025-01-01\na1,u,2025-01-01", ["alpha EUR 0", "alpha USD 1"]),
    ("a3,u,\na1,u,", ["alpha EUR 0", "alpha USD 1"]),
    // All but one.
    ("a1,u,2025-01-01\na2,u,2025-01-03\na3,u,2025-01-02", ["alpha EUR 1", "alpha USD 1"]),
    // A subscription that is not in use has no licence to give back, and pays for nothing twice.
    ("a1,u,2025-01-02\na4,u,2025-01-01", ["alpha EUR 0", "alpha USD 0"]),
    // The earliest row of a licence is its date.
    ("a1,u,2025-01-03\na1,u,2025-01-01\na3,u,2025-01-02", ["alpha EUR 0", "alpha USD 1"]),
    // Different products and different people are no duplicates.
    ("a1,u,\nb1,u,\na2,v,", ["alpha EUR 0", "alpha USD 0"]),
  ])
  func allButTheFirstOfOneProduct(assignments: String, expected: [String]) {
    #expect(reclaimable(assignments).prefix(2) == expected[...])
  }

  @Test func eachCountsOnce() {
    #expect(
      reclaimable("a1,u,2025-01-01\na2,u,2025-01-02\na3,u,2025-01-03", users: "u,false,2020-01-01")
        == ["alpha EUR 2", "alpha USD 1", "beta EUR 0"])
  }

  @Test func membersOfGroupsAreJudgedOneByOne() {
    let report = TestTenant()
      .with(.subscriptions, Self.subscriptions)
      .with(
        .licenseAssignments,
        "subscription_id,assignee_id,assignee_kind,assigned_on\n"
          + "a1,g,group,2025-01-01\na2,u,user,2025-02-01\nb1,h,group,2025-01-01"
      )
      .with(.groupMembers, "group_id,user_principal_name\ng,u\ng,v")
      .with(.users, "user_principal_name,account_enabled\nv,false\nh,false")
      .basis(asOf: "2026-03-31").report(.licenseUsage)
    #expect(report.texts("assigned", "reclaimable") == ["3 2", "0 0", "1 1"])
  }
}
