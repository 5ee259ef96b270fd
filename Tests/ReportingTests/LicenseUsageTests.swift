import BillingModel
import ExactNumbers
import Reporting
import Testing

/// The sentences of DEFINITIONS about license-usage, worked out by hand.
struct LicenseUsageTests {
  private static let header =
    "subscription_id,product_id,product_name,kind,pricing_model,quantity,unit_price,currency,"
    + "billing_frequency,status,acquisition\n"

  private func tenant(_ subscriptions: String, _ assignments: String = "") -> TestTenant {
    TestTenant()
      .with(.subscriptions, Self.header + subscriptions)
      .with(.licenseAssignments, "subscription_id,assignee_id,assigned_on\n" + assignments)
  }

  @Test func oneRowForEachProductAndCurrency() {
    let report = tenant(
      """
      s1,p1,Alpha,saas-app,per-license,5,10.00,EUR,monthly,active,
      s2,p1,Alpha,saas-app,per-license,3,10.00,EUR,monthly,expired,
      s3,p1,Alpha,saas-app,per-license,2,12.00,USD,monthly,,
      s4,p2,Beta,saas-app,per-license,9,1.00,EUR,monthly,disabled,
      """, "s1,a\ns1,b\ns2,b\ns3,a\n"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.lines == [
        "p1|Alpha|saas-app|per-license|2|8|3|2|5|0.375|0|1|EUR|80.00|80.00|0|50.00",
        "p1|Alpha|saas-app|per-license|1|2|1|1|1|0.5|0|1|USD|24.00|24.00|0|12.00",
      ])
  }

  @Test func spareSeatsDoNotHideOverAssignment() {
    let report = tenant(
      """
      s1,p,P,isv-app,per-license,4,1,EUR,monthly,active,
      s2,p,P,isv-app,per-license,1,1,EUR,monthly,active,
      """, "s1,a\ns2,b\ns2,c\ns2,d\n"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("purchased", "assigned", "available", "over_assigned", "unused_monthly_cost")
        == ["5 4 3 2 3.00"])
  }

  @Test func flatRateIsUnlimitedAndHasNoUnusedCost() {
    let report = tenant(
      """
      s1,p,P,saas-app,flat-rate,Unlimited,1200,EUR,annual,active,
      s2,q,Q,saas-app,flat-rate,10,300,EUR,quarterly,active,
      """, "s1,a\ns2,a\n"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("purchased", "available", "utilization", "over_assigned", "monthly_cost")
        == ["Unlimited - - 0 100.00", "10 9 0.1 0 100.00"])
    #expect(report.texts("unused_monthly_cost") == ["0.00", "0.00"])
  }

  @Test func perLicenseWithUnlimitedQuantityHasNoCost() {
    let report = tenant("s1,p,P,saas-app,per-license,Unlimited,5,EUR,monthly,active,", "s1,a\n")
      .basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts(
        "purchased", "monthly_cost", "monthly_cost_known", "unpriced", "unused_monthly_cost")
        == ["Unlimited ? 0.00 1 ?"])
  }

  @Test(arguments: [
    ("10,,EUR,monthly", "11 ? 5.00 1 ?"), ("10,2,EUR,", "11 ? 5.00 1 ?"),
    (",2,EUR,monthly", "? ? 5.00 1 ?"), ("10,2,EUR,monthly", "11 25.00 25.00 0 25.00"),
  ])
  func unknownPartMakesTheSumUnknown(cells: String, figures: String) {
    let report = tenant(
      """
      s1,p,P,saas-app,per-license,1,5,EUR,monthly,active,
      s2,p,P,saas-app,per-license,\(cells),active,
      """
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts(
        "purchased", "monthly_cost", "monthly_cost_known", "unpriced", "unused_monthly_cost")
        == [figures])
  }

  @Test func monthlyFiguresAreRoundedOnce() {
    // 3 × 0.10 ÷ 3 is 0.1000…; three thirds of 0.01 a month each would round to nothing.
    let rows = (1...3).map { "s\($0),p,P,saas-app,per-license,1,0.01,EUR,quarterly,active," }
    let report = tenant(rows.joined(separator: "\n")).basis(asOf: "2026-01-31")
      .report(.licenseUsage)
    #expect(report.texts("monthly_cost") == ["0.01"])
  }

  @Test func tiesGoToTheEvenMinorUnitOfTheCurrency() {
    let report = tenant(
      """
      s1,a,A,saas-app,per-license,1,1.50,JPY,triennial,active,
      s2,b,B,saas-app,per-license,1,90,JPY,triennial,active,
      s3,c,C,saas-app,per-license,1,0.0025,KWD,monthly,active,
      s4,d,D,saas-app,per-license,1,0.30,EUR,triennial,active,
      """
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(report.texts("monthly_cost") == ["0", "2", "0.002", "0.01"])
  }

  @Test func noCurrencyMakesTheCostUnknownAndStandsFirst() {
    let report = tenant(
      """
      s1,p,P,saas-app,per-license,1,5,EUR,monthly,active,
      s2,p,P,saas-app,per-license,1,5,,monthly,active,
      """
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("currency", "monthly_cost", "monthly_cost_known", "unpriced")
        == ["? ? ? 1", "EUR 5.00 5.00 0"])
    #expect(report.totals.map { $0.currency?.code } == [nil, "EUR"])
  }

  @Test func amountsThatDoNotFitAreUnknown() {
    let report = tenant(
      "s1,p,P,saas-app,per-license,9223372036854775806,100000000000,EUR,monthly,active,"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("monthly_cost", "monthly_cost_known", "unpriced", "available")
        == ["? 0.00 1 9223372036854775806"])
  }

  @Test func quantitiesThatDoNotFitAreUnknown() {
    let report = tenant(
      """
      s1,p,P,saas-app,per-license,9223372036854775806,1,EUR,monthly,active,
      s2,p,P,saas-app,per-license,9223372036854775806,1,EUR,monthly,active,
      """
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(report.texts("purchased", "available", "utilization") == ["? ? ?"])
  }

  @Test func directlyAndThroughAGroupIsOneLicence() {
    let report = TestTenant()
      .with(.subscriptions, Self.header + "s1,p,P,isv-app,per-license,5,1,EUR,monthly,active,")
      .with(
        .licenseAssignments,
        """
        subscription_id,assignee_id,assignee_kind,via_group
        s1,ann@x,,
        s1,ANN@X,user,g1
        s1,g1,group,
        s1,g2,group,
        """
      )
      .with(.groupMembers, "group_id,user_principal_name\nG1,ann@x\ng1,bob@x")
      .basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(report.texts("assigned", "users") == ["3 3"])
  }

  @Test func productsTableDecidesTheAttributes() {
    let report = tenant(
      "s1,p,Own name,microsoft,flat-rate,2,5,EUR,monthly,active,\n"
        + "s2,q,Other,microsoft,per-license,2,5,EUR,monthly,active,"
    ).with(
      .products, "product_id,product_name,kind,pricing_model\np,Listed,isv-app,per-license"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("product_name", "kind", "pricing_model", "monthly_cost")
        == ["Listed isv-app per-license 10.00", "Other microsoft per-license 10.00"])
  }

  @Test func rowsAreOrderedByCodePointsWithEmptyNamesFirst() {
    let report = tenant(
      """
      s1,p1,Zeta,saas-app,,1,,EUR,,active,
      s2,p2,alpha,saas-app,,1,,EUR,,active,
      s3,p3,Ägir,saas-app,,1,,EUR,,active,
      s4,p5,,saas-app,,1,,EUR,,active,
      s5,p4,Zeta,saas-app,,1,,EUR,,active,
      s6,p4,Zeta,saas-app,,1,,CHF,,active,
      """
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.texts("product_id", "currency")
        == ["p5 EUR", "p1 EUR", "p4 CHF", "p4 EUR", "p2 EUR", "p3 EUR"])
  }

  @Test func totalsAreOneEntryForEachCurrency() {
    let report = tenant(
      """
      s1,p,P,saas-app,per-license,5,10.00,EUR,monthly,active,
      s2,q,Q,saas-app,flat-rate,Unlimited,100.00,EUR,annual,active,
      s3,q,Q,saas-app,per-license,2,1.005,USD,monthly,active,
      """, "s1,a\ns2,a\n"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.totalLines == [
        "subscriptions=2 purchased=Unlimited assigned=2 available=4 over_assigned=0 reclaimable=0 "
          + "currency=EUR monthly_cost=58.33 monthly_cost_known=58.33 unpriced=0 "
          + "unused_monthly_cost=40.00",
        "subscriptions=1 purchased=2 assigned=0 available=2 over_assigned=0 reclaimable=0 "
          + "currency=USD monthly_cost=2.01 monthly_cost_known=2.01 unpriced=0 "
          + "unused_monthly_cost=2.01",
      ])
  }

  @Test func aRowSaysWhichRowsItCameFrom() {
    let report = tenant(
      """
      s1,p,P,saas-app,per-license,5,10.00,EUR,monthly,active,
      s2,q,Q,saas-app,per-license,5,10.00,EUR,monthly,active,
      s3,q,Q,saas-app,per-license,5,10.00,EUR,monthly,deleted,
      """, "s2,a\ns1,a\ns2,b\n"
    ).basis(asOf: "2026-01-31").report(.licenseUsage)
    #expect(
      report.rows.sources(of: 1).map { "\($0.table.rawValue) \($0.row)" }
        == ["subscriptions 1", "license_assignments 0", "license_assignments 2"])
  }
}
