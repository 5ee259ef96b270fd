import Testing

/// The consolidation plan of the sample, worked out by hand.
///
/// Prices are those of `subscriptions/`, licences in use and people those of `license-usage` and of the
/// assignments on 2026-01-31; a year is twelve months.
///
/// - Microsoft 365 Copilot, EUR. ss-cop-501 (1 × 336.96 a year) has no user: cancel, saves 336.96. It does
///   not renew itself, so there is no last day.
/// - Power BI Pro, EUR. pbi-eu-001 has 60 licences, 50 in use: 10 are free.
///   All three people of ss-pbi-102 (4 × 9.40 × 12 = 451.20) have a licence of pbi-eu-001 already, Matthias
///   Vogelsang, Götz Großmann and Anneliese Köhler: cancel, saves 451.20.
///   ss-pbi-101 (6 × 9.40 × 12 = 676.80) has 4 people, ss-pbi-104 (3 × 9.40 × 12 = 338.40) has 2. They need
///   6 of the 10 free licences: both move, nothing is bought, which no plan can beat.
/// - Power BI Pro, USD. pbi-us-001 has 20 licences, 14 in use: 6 are free. ss-pbi-103 (25 × 10.00 × 12 =
///   3,000.00) has 18 people, so 12 licences are missing at 12.00 × 12 = 144.00: 1,728.00. To move saves
///   1,272.00, to stay nothing.
/// - Project Plan 3, USD. project-us-001 has 8 licences, 6 in use: 2 are free, another costs 360.00.
///   ss-prj-301 (3 × 30.00 × 12 = 1,080.00) has 3 people, ss-prj-302 (2 × 30.00 × 12 = 720.00) has 1.
///   Both move: 4 needed, 2 bought: costs 720.00. Only 301: 1 bought, 302 stays: 360.00 + 720.00 =
///   1,080.00. Only 302: nothing bought, 301 stays: 1,080.00. Both stay: 1,800.00. So both move, which
///   saves 1,800.00 − 720.00 = 1,080.00. 301 ends on 8 February, a day before 302: it gets the two free
///   licences and one of the bought ones, 302 the other.
/// - Quartz Forms, EUR. SUB-QUA-01 has 30 licences, 21 in use: 9 are free; ss-qua-401 (8 × 5.90 × 12 =
///   566.40) has 6 people: move, saves 566.40.
/// - Visio Plan 2, EUR. visio-eu-001 has 12 licences, all in use; another costs 14.00 × 12 = 168.00.
///   ss-vis-201 (5 × 15.00 × 12 = 900.00) has 5 people: 840.00, saves 60.00. ss-vis-202 (2 × 180.00 =
///   360.00) has 2: 336.00, saves 24.00.
///
/// Together 336.96 + 451.20 + 676.80 + 338.40 + 566.40 + 60.00 + 24.00 = 2,453.76 EUR and 1,272.00 +
/// 1,080.00 = 2,352.00 USD a year.
struct SamplePlanTests {
  private static func report() throws -> JSON {
    try Billfold.json(["report", "consolidation", Billfold.sample, "--as-of", "2026-01-31"])
  }

  @Test func thePlanIsTheOneThatWasWorkedOutByHand() throws {
    let columns = [
      "subscription_id", "action", "reason", "move_to", "licenses_to_buy", "cancel_by",
      "annual_cost", "buy_cost", "annual_saving", "proof",
    ]
    let rows = try Self.report()["rows"].elements.map { row in
      columns.map { row[$0].cell }.joined(separator: " ")
    }
    #expect(
      rows == [
        "ss-cop-501 cancel unused null 0 null 336.96 0.00 336.96 cheapest",
        "ss-pbi-101 move null pbi-eu-001 0 2026-02-19 676.80 0.00 676.80 cheapest",
        "ss-pbi-102 cancel covered null 0 2026-02-10 451.20 0.00 451.20 cheapest",
        "ss-pbi-104 move null pbi-eu-001 0 null 338.40 0.00 338.40 cheapest",
        "ss-pbi-103 buy null pbi-us-001 12 2026-03-01 3000.00 1728.00 1272.00 cheapest",
        "ss-prj-301 buy null project-us-001 1 2026-02-08 1080.00 360.00 720.00 cheapest",
        "ss-prj-302 buy null project-us-001 1 2026-02-09 720.00 360.00 360.00 cheapest",
        "ss-qua-401 move null SUB-QUA-01 0 2026-03-31 566.40 0.00 566.40 cheapest",
        "ss-vis-201 buy null visio-eu-001 5 2026-02-14 900.00 840.00 60.00 cheapest",
        "ss-vis-202 buy null visio-eu-001 2 2026-11-23 360.00 336.00 24.00 cheapest",
      ])
  }

  @Test func itSavesWhatTheRowsSaveInEachCurrency() throws {
    let totals = try Self.report()["totals"].elements.map { total in
      ["currency", "licenses_to_buy", "annual_cost", "buy_cost", "annual_saving"].map {
        total[$0].cell
      }.joined(separator: " ")
    }
    #expect(totals == ["EUR 7 3629.76 1176.00 2453.76", "USD 14 4800.00 2448.00 2352.00"])
  }

  @Test func itNamesThePeopleWhoMove() throws {
    let rows = try Self.report()["rows"].elements
    let row = try #require(rows.first { $0["subscription_id"].cell == "ss-vis-202" })
    let people = "[catriona.macallister@norrvik.example,tamsin.o'sullivan@norrvik.example]"
    #expect(row["people"].cell == people && row["lose_access"].cell == people)
    let covered = try #require(rows.first { $0["subscription_id"].cell == "ss-pbi-102" })
    #expect(covered["people"].elements.count == 3 && covered["lose_access"].cell == "[]")
  }
}
