import BillingModel
import Diagnostics
import ExactNumbers
import Reporting
import Testing

struct OverviewTests {
  private static let tenant = TestTenant()
    .with(
      .subscriptions,
      """
      subscription_id,product_id,pricing_model,acquisition,purchaser_name,quantity,unit_price,currency,billing_frequency,status
      s1,p1,per-license,,,5,10.00,EUR,monthly,active
      s2,p1,per-license,,,1,10.00,EUR,monthly,active
      s3,p2,flat-rate,,,Unlimited,50.00,EUR,monthly,active
      s4,p3,per-license,,,3,1.00,USD,monthly,active
      s5,p3,per-license,,,3,,USD,monthly,active
      s6,p4,per-license,self-service,Ann,3,1.00,USD,monthly,deleted
      s7,p4,per-license,self-service,Ann,3,1.00,USD,monthly,disabled
      """
    )
    .with(
      .licenseAssignments,
      "subscription_id,assignee_id\ns1,u\ns2,u\ns2,v\ns3,w\ns4,w\ns6,w"
    )
    .with(.users, "user_principal_name,account_enabled\nw,false")
    .with(
      .invoices,
      """
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total,status
      i1,b,2026-01-01,2026-01-15,EUR,10.00,due
      i2,b,2026-02-01,2026-02-15,EUR,20.00,due
      i3,b,2026-02-01,2026-02-15,USD,5.00,paid
      """
    )

  @Test func cardsAnswerTheQuestionsByCurrency() {
    let overview = Overview(Self.tenant.basis(asOf: "2026-01-31"), findings: FindingCounts())
    #expect(
      overview.due.map {
        [$0.currency?.code ?? "?", $0.amountDue.testText, $0.pastDue.testText]
      } == [["EUR", "30.00", "10.00"], ["USD", "0.00", "0.00"]])
    #expect(overview.unusedSeats == .count(9))
    #expect(overview.overAssigned == .count(1))
    // One of u's two, and both licences of w in use; the one at a flat rate costs nothing.
    #expect(overview.reclaimable == 3)
    #expect(
      overview.licenses.map { figures in
        [
          figures.unusedSeats, figures.unusedMonthlyCost, figures.monthlyCostKnown,
          .count(figures.unpriced), .count(figures.reclaimable), figures.reclaimableMonthlyCost,
        ].map(\.testText)
      } == [["4", "40.00", "110.00", "0", "2", "10.00"], ["5", "?", "3.00", "1", "1", "1.00"]])
    #expect(overview.selfService.buyers == 1)
    #expect(overview.selfService.purchases == 2)
    #expect(overview.selfService.assigned == 1)
  }

  @Test func quarantineAddsUpByTableAndColumn() throws {
    let euro = try #require(Currency("EUR"))
    let amount = try #require(ExactDecimal("1.005"))
    let rows = (1...3).map { line in
      QuarantinedRow(
        source: RowSource(file: 0, line: line, offset: 0), length: 1, table: .invoices,
        rules: ["bad-date"], amounts: line == 3 ? [:] : ["total": Money(amount, euro)])
    }
    let data = Dataset(
      tables: [:], domains: Domain.allCases.map { TextDictionary($0.folding) },
      mentioned: Domain.allCases.map { _ in [] }, files: [], quarantine: rows)
    let figures = QuarantineFigures(data)
    #expect(figures.rows == 3)
    #expect(figures.rowsWithAmounts == 2)
    #expect(figures.amounts(of: .invoices, "total").all.map(\.description) == ["2.01 EUR"])
    #expect(figures.amounts(of: .invoices, "tax").isEmpty)
  }

  @Test func anEmptyTenantHasNothing() {
    let basis = TestTenant().basis(asOf: "2026-01-31")
    let overview = Overview(basis, findings: FindingCounts())
    #expect(overview.due.isEmpty)
    #expect(overview.licenses.isEmpty)
    #expect(overview.unusedSeats == .count(0))
    for name in ReportName.allCases {
      #expect(basis.report(name).rows.isEmpty)
      #expect(basis.report(name).totals.isEmpty)
    }
  }
}
