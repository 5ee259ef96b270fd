import BillingModel
import CalendarDates
import ExactNumbers
import Ingest
import Reporting
import TestSupport
import Testing

/// The difference between an invoice's total and its lines, split into causes.
struct InvoiceReconciliationTests {
  /// What the page of invoice G1 says: `part lines amount`.
  private static func parts(
    invoice: String, header: String = "charges,credits,azure_credit,tax,total", lines: String,
    lineHeader: String =
      "line_number,charge_type,quantity,unit_price,charges,azure_credit,tax,total"
  ) -> [String] {
    let ingest = InMemoryIngest.read(
      [
        (
          name: "invoices.csv",
          text: "invoice_id,billing_profile_id,invoice_date,currency,\(header)\n"
            + "G1,BP-1,2026-01-31,EUR,\(invoice)\n"
        ),
        (
          name: "lines.csv",
          text: "invoice_id,currency,\(lineHeader)\n"
            + lines.split(separator: "\n").map { line in
              line.hasPrefix("USD,") ? "G1,\(line)\n" : "G1,EUR,\(line)\n"
            }.joined()
        ),
      ], asOf: CalendarDate(days: 20_484))
    let data = ingest.dataset
    let basis = ReportBasis(
      data, licenses: Licenses(data), findings: [], asOf: CalendarDate(days: 20_484),
      quarantine: QuarantineIndex(
        data, ids: data.quarantine.map { _ in [.init(.invoice, "G1")] }))
    let details = DetailIndex(basis)
    let table = details.detail(of: .invoice, at: 0).table("reconciliation")
    return table?.rows.map { cells in
      cells.compactMap { cell in
        switch cell {
        case .word(let word): word
        case .count(let count): "\(count)"
        case .money(let amount, let currency): amount.minorUnitText(in: currency)
        case .missing: "?"
        default: nil
        }
      }.joined(separator: " ")
    } ?? []
  }

  /// What a line is for is its product's id, else the name, whatever column says it and in which letters.
  @Test(arguments: [
    ("Foo,", ",Foo"), (",Caf\u{E9}", ",Cafe\u{301}"), ("Foo,One", "Foo,Other"),
  ])
  func linesThatSayTheSameAreFoundByText(first: String, second: String) {
    let parts = Self.parts(
      invoice: "10.00,0,0,0,10.00",
      lines: "1,\(first),usage,1,10,10,0,10\n2,\(second),usage,1,10,10,0,10",
      lineHeader:
        "line_number,product_id,product_name,charge_type,quantity,unit_price,charges,tax,total")
    #expect(parts.contains("duplicate-line 1 -10.00"), "\(parts)")
  }

  @Test func anInvoiceThatAddsUpHasThreeSums() {
    let parts = Self.parts(
      invoice: "100.00,0,0,19.00,119.00", lines: "1,purchase,4,25.00,100.00,0,19.00,119.00")
    #expect(parts == ["stated 119.00", "read 1 119.00", "computed 1 119.00"])
  }

  @Test(arguments: [
    // 119.00 stated, one line of 50.00 + 9.50 in quarantine: its tax is no difference of its own.
    (
      "100.00,0,0,19.00,119.00",
      "1,purchase,2,25.00,50.00,0,9.50,59.50\n2,purchase,x,25.00,50.00,0,9.50,59.50",
      ["difference 59.50", "missing-line 1 59.50", "unexplained 0.00"]
    ),
    // Its total cannot be read: how much it is about is not known.
    (
      "100.00,0,0,0,100.00",
      "1,purchase,2,25.00,50.00,0,0,50.00\n2,purchase,2,25.00,50.00,0,0,x",
      ["difference 50.00", "missing-line 1 ?", "unexplained 50.00"]
    ),
    // Line 2 of 3 is in no file.
    (
      "100.00,0,0,19.00,119.00",
      "1,purchase,1,25.00,25.00,0,4.75,29.75\n2,purchase,1,25.00,25.00,0,4.75,29.75\n"
        + "4,purchase,1,26.00,26.00,0,4.94,30.94",
      ["difference 28.56", "absent-number 1 28.56", "unexplained 0.00"]
    ),
    // Tax and a credit stand on the invoice only.
    (
      "100.00,10.00,0,19.00,109.00", "1,purchase,4,25.00,100.00,0,0,100.00",
      ["difference 9.00", "tax 19.00", "credit -10.00", "unexplained 0.00"]
    ),
    // The credit is a line here, so it is no difference.
    (
      "100.00,10.00,0,0,90.05",
      "1,purchase,4,25.00,100.00,0,0,100.00\n2,credit,,,-10.00,0,0,-10.00",
      ["difference 0.05", "stated-total 0.05", "unexplained 0.00"]
    ),
    // Twice the same line, once on the invoice.
    (
      "50.00,0,0,0,50.00",
      "1,purchase,2,25.00,50.00,0,0,50.00\n2,purchase,2,25.00,50.00,0,0,50.00",
      ["difference -50.00", "duplicate-line 1 -50.00", "unexplained 0.00"]
    ),
    // 3 × 3.335 is 10.00 to the nearest even cent; the line was cut to 9.99 and the invoice was not.
    (
      "10.00,0,0,0,10.00", "1,purchase,3,3.335,9.99,0,0,9.99",
      ["difference 0.01", "rounding 1 0.01", "unexplained 0.00"]
    ),
    // Three lines of 0.334 are 0.33 each and 1.002 together: the invoice is rounded once.
    (
      "1.00,0,0,0,1.00",
      "1,purchase,1,0.334,0.33,0,0,0.33\n2,purchase,2,0.167,0.33,0,0,0.33\n"
        + "3,usage,1,0.334,0.33,0,0,0.33",
      ["difference 0.01", "rounding 0.01", "unexplained 0.00"]
    ),
    // A line whose total is not its charges and tax.
    (
      "100.00,0,0,19.00,119.00", "1,purchase,4,25.00,100.00,0,19.00,119.50",
      ["difference -0.50", "line-total 1 -0.50", "unexplained 0.00"]
    ),
    // Nothing explains two cents.
    (
      "100.02,0,0,0,100.02", "1,purchase,4,25.00,100.00,0,0,100.00",
      ["difference 0.02", "unexplained 0.02"]
    ),
    // A line in dollars is in no sum.
    (
      "100.00,0,0,0,100.00",
      "1,purchase,4,25.00,100.00,0,0,100.00\nUSD,2,purchase,1,7.00,7.00,0,0,7.00",
      ["foreign-currency 1"]
    ),
  ])
  func causesAreNamed(invoice: String, lines: String, expected: [String]) {
    #expect(Array(Self.parts(invoice: invoice, lines: lines).dropFirst(3)) == expected)
  }

  @Test func withoutTheInvoicesPartsTheTotalsAreCompared() {
    let parts = Self.parts(
      invoice: "119.00", header: "total", lines: "1,100.00,100.00",
      lineHeader: "line_number,charges,total")
    #expect(parts.suffix(2) == ["difference 19.00", "unexplained 19.00"])
  }

  @Test func partnerLinesAreComputedByCuttingTwice() {
    // 4.999 is cut to 4.99 before it is multiplied: 14.97, not 14.99.
    let parts = Self.parts(
      invoice: "14.97", header: "total", lines: "1,purchase,3,4.999,down,14.99,14.99",
      lineHeader: "line_number,charge_type,quantity,unit_price,rounding,charges,total")
    #expect(
      parts == [
        "stated 14.97", "read 1 14.99", "computed 1 14.97", "difference -0.02",
        "rounding 1 -0.02", "unexplained 0.00",
      ])
  }

  @Test(arguments: UInt64(1)...40)
  func causesAndRestAddUpToTheDifference(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    func amount(_ range: ClosedRange<Int>) -> String {
      let cents = Int.random(in: range, using: &random)
      let sign = cents < 0 ? "-" : ""
      let digits = String(abs(cents) + 1000).dropFirst()
      return "\(sign)\(abs(cents) / 100).\(digits.suffix(2))"
    }
    let words = ["purchase", "credit", "usage", "add-quantity", "odd"]
    let lines = (1...Int.random(in: 1...6, using: &random)).map { number in
      let word = words.randomElement(using: &random) ?? ""
      let total = Int.random(in: 0...5, using: &random) == 0 ? "x" : amount(-500...900)
      return
        "\(number),\(word),\(Int.random(in: 0...3, using: &random)),\(amount(0...300)),\(amount(-300...900)),\(amount(0...20)),\(amount(0...90)),\(total)"
    }
    let header = [
      amount(0...3000), amount(0...90), amount(0...90), amount(0...400), amount(0...3000),
    ]
    let parts = Self.parts(
      invoice: header.joined(separator: ","), lines: lines.joined(separator: "\n"))
    func number(_ part: String) -> ExactDecimal? {
      part.split(separator: " ").last.flatMap { DecimalText.parse(Array($0.utf8).span) }
    }
    let place = try #require(parts.firstIndex { $0.hasPrefix("difference") })
    let difference = try #require(number(parts[place]))
    let known = parts[(place + 1)...].filter { !$0.hasSuffix("?") }.map(number)
    let sum = known.reduce(ExactDecimal.zero as ExactDecimal?) { sum, part in
      part.flatMap { sum?.adding($0) }
    }
    #expect(sum == difference, "\(parts)")
  }
}
