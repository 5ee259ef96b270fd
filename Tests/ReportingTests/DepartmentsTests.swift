import BillingModel
import Reporting
import Testing

/// The report on departments, each sentence of DEFINITIONS by hand.
struct DepartmentsTests {
  private static let tenant = TestTenant()
    .with(
      .users,
      """
      user_principal_name,display_name,department,account_enabled
      zoe@x,Zoe,Sales,true
      bob@x,Bob,,false
      gone@x,Gone,Sales,false
      """
    )
    .with(
      .subscriptions,
      """
      subscription_id,product_id,pricing_model,quantity,unit_price,currency,billing_frequency,status
      s1,p1,per-license,9,12.00,EUR,annual,active
      s2,p1,per-license,9,5.00,EUR,monthly,expired
      s3,p2,flat-rate,Unlimited,100,EUR,monthly,
      s4,p3,per-license,9,7.00,USD,monthly,active
      s5,p4,per-license,9,7.00,USD,monthly,deleted
      s6,p5,per-license,9,,KWD,monthly,active
      """
    )
    .with(
      .licenseAssignments,
      """
      subscription_id,assignee_id,assignee_kind,department,assigned_on
      s1,zoe@x,,Another,2025-02-01
      s2,zoe@x,,,2025-01-01
      s3,zoe@x,,,
      s4,zoe@x,,,
      s1,bob@x,,Ops,
      s4,gone@x,,,
      s5,carl@x,,Ops,
      s1,dan@x,,Ops,
      s2,dan@x,,Board,
      s6,dan@x,,,
      s3,empty,group,Board,
      """)

  private var report: Report { Self.tenant.basis(asOf: "2026-01-31").report(.departments) }

  @Test func peopleAreInTheDepartmentOfTheDirectoryElseOfTheirFirstLicence() {
    // Sales, EUR: Zoe has 1.00 and, held first, 5.00, so the 1.00 is paid twice; the app at a flat
    // rate is a licence that costs nothing. Ops: Bob's 1.00, whose account is disabled, and Dan's 1.00
    // and 5.00, of which the one is paid twice. A group without members has no department.
    #expect(
      report.lines == [
        "?|1|1|EUR|0.00|0.00", "Ops|2|3|EUR|7.00|6.00", "Ops|1|1|KWD|?|0.000",
        "Sales|1|3|EUR|6.00|1.00", "Sales|2|2|USD|14.00|7.00",
      ])
    #expect(
      report.totalLines == [
        "users=4 licenses=7 currency=EUR monthly_cost=13.00 reclaimable_cost=7.00",
        "users=1 licenses=1 currency=KWD monthly_cost=? reclaimable_cost=0.000",
        "users=2 licenses=2 currency=USD monthly_cost=14.00 reclaimable_cost=7.00",
      ])
  }

  @Test func aDepartmentComesFromItsPeopleAndTheirLicences() {
    let sources = report.rows.sources(of: 4)
    #expect(sources.count { $0.table == .users } == 2)
    #expect(sources.count { $0.table == .licenseAssignments } == 2)
  }

  @Test func namesThatLookTheSameInOtherLettersAreTwoDepartments() {
    let report = TestTenant()
      .with(.subscriptions, "subscription_id,product_id\ns,p")
      .with(
        .licenseAssignments,
        "subscription_id,assignee_id,department\ns,a@x,Caf\u{E9}\ns,b@x,Cafe\u{301}\ns,c@x,Caf\u{E9}"
      )
      .basis(asOf: "2026-01-31").report(.departments)
    #expect(report.texts("users") == ["1", "2"])
  }
}
