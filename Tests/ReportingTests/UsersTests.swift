import BillingModel
import Reporting
import Testing

/// The report on users and the export, each sentence of DEFINITIONS by hand.
struct UsersTests {
  private static let tenant = TestTenant()
    .with(
      .users,
      """
      user_principal_name,display_name,department,account_enabled
      Zoe@x,Zoe Z,Sales,true
      bob@x,,,false
      idle@x,Idle,Sales,true
      """
    )
    .with(
      .subscriptions,
      """
      subscription_id,product_id,product_name,pricing_model,acquisition,purchaser_name,quantity,unit_price,currency,billing_frequency,status
      s1,p1,Alpha,per-license,central,Nobody,9,12.00,EUR,annual,active
      s2,p1,Alpha,per-license,self-service,Ulf,9,5.00,EUR,monthly,expired
      s3,p2,Beta,flat-rate,central,,Unlimited,100,EUR,monthly,
      s4,p3,Gamma,per-license,self-service,,9,7.00,USD,monthly,active
      s5,p4,Delta,per-license,self-service,Ann,9,7.00,USD,monthly,deleted
      """
    )
    .with(
      .licenseAssignments,
      """
      subscription_id,assignee_id,assignee_kind,display_name,department,assigned_on,via_group,product_id
      s1,zoe@X,,Z. in row,Row,2025-02-01
      s2,zoe@x,,,,2025-01-01
      s3,zoe@x,,,,
      s4,zoe@x,,,,
      s1,bob@x,,Bob B,Ops,
      s5,carl@x,,Carl,Ops,2024-05-05
      s1,team,group,The team,Board,2025-03-03
      s3,empty,group,Empty group,Board,2025-04-04
      s1,Zoe@x,,,,2025-03-05,team
      s9,bob@x,,,,,,p4
      """
    )
    .with(.groupMembers, "group_id,user_principal_name\nteam,zoe@x\nteam,dan@x")

  private var basis: ReportBasis { Self.tenant.basis(asOf: "2026-01-31") }

  @Test func oneRowForEachPersonAndCurrencyInUse() {
    #expect(
      basis.report(.users).lines == [
        "Zoe@x|Zoe Z|Sales|2|3|1|EUR|6.00|1", "Zoe@x|Zoe Z|Sales|1|1|1|USD|7.00|0",
        "bob@x|Bob B|Ops|1|1|0|EUR|1.00|1", "dan@x|?|?|1|1|0|EUR|1.00|0",
        "empty|Empty group|?|1|1|0|EUR|0.00|0",
      ])
  }

  @Test func totalsCountLicencesAndCost() {
    #expect(
      basis.report(.users).totalLines == [
        "licenses=6 self_service=1 currency=EUR monthly_cost=8.00 reclaimable=2",
        "licenses=1 self_service=1 currency=USD monthly_cost=7.00 reclaimable=0",
      ])
  }

  @Test func unknownPriceOfALicenceMakesTheCostUnknown() {
    let report = TestTenant()
      .with(
        .subscriptions,
        """
        subscription_id,product_id,pricing_model,quantity,unit_price,currency,billing_frequency
        s1,p,per-license,9,1,EUR,monthly
        s2,q,per-license,9,,EUR,monthly
        s3,r,per-license,,3,EUR,monthly
        s4,r,per-license,9,3,,monthly
        """
      )
      .with(.licenseAssignments, "subscription_id,assignee_id\ns1,u\ns2,u\ns3,v\ns4,v")
      .basis(asOf: "2026-01-31").report(.users)
    // A licence has a price also where the number of licences is unknown.
    #expect(
      report.texts("user_principal_name", "currency", "monthly_cost")
        == ["u EUR ?", "v ? ?", "v EUR 3.00"])
  }

  @Test func exportListsEveryUserAndSubscription() {
    #expect(
      basis.userExport(UserExportFilter()).lines == [
        "|bob@x|Bob B|Ops|p1|Alpha|s1|central|?", "|bob@x|Bob B|Ops|p4|Delta|s9|?|?",
        "|dan@x|?|?|p1|Alpha|s1|central|2025-03-03",
        "|empty|Empty group|?|p2|Beta|s3|central|2025-04-04",
        "|Zoe@x|Zoe Z|Sales|p1|Alpha|s1|central|2025-02-01",
        "|Zoe@x|Zoe Z|Sales|p2|Beta|s3|central|?",
        "?|Zoe@x|Zoe Z|Sales|p3|Gamma|s4|self-service|?",
        "Ann|carl@x|Carl|Ops|p4|Delta|s5|self-service|2024-05-05",
        "Ulf|Zoe@x|Zoe Z|Sales|p1|Alpha|s2|self-service|2025-01-01",
      ])
  }

  @Test func exportFiltersNarrowEachOther() {
    var filter = UserExportFilter()
    filter.isSelfServiceOnly = true
    #expect(basis.userExport(filter).texts("subscription_id") == ["s4", "s5", "s2"])
    filter.products = ["p1", "p3", "p7"]
    #expect(basis.userExport(filter).texts("subscription_id") == ["s4", "s2"])
    filter.subscriptions = ["s2", "s1"]
    #expect(basis.userExport(filter).texts("subscription_id") == ["s2"])
    #expect(filter.unknownIDs(in: basis.data) == ["p7"])
    filter.subscriptions = ["nowhere"]
    #expect(basis.userExport(filter).rows.isEmpty)
  }

  @Test func guidsAreFoundInAnyCase() {
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e"
    let basis = TestTenant()
      .with(.subscriptions, "subscription_id,product_id\n\(id),p")
      .with(.licenseAssignments, "subscription_id,assignee_id\n\(id.uppercased()),u")
      .basis(asOf: "2026-01-31")
    var filter = UserExportFilter()
    filter.subscriptions = [id.uppercased()]
    #expect(basis.userExport(filter).texts("subscription_id") == [id])
  }
}
