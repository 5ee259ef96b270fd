import BillingModel
import Reporting
import Testing

extension ReportRows {
  /// The rows of the data set that a row was worked out from.
  func sources(of row: Int) -> [RowReference] {
    var sources: [RowReference] = []
    forEachSource(of: row) { sources.append($0) }
    return sources
  }
}

/// What rows know of the things that they are about.
struct LineThingsTests {
  private static let idColumns: [(kind: DetailKind, column: String)] = [
    (.product, "product_id"), (.subscription, "subscription_id"), (.invoice, "invoice_id"),
    (.billingProfile, "billing_profile_id"), (.person, "user_principal_name"),
  ]

  /// Checks that each thing a row knows is the one that its cell names; says how many it knew.
  private func check(
    _ rows: ReportRows, _ columns: [ReportColumn], _ details: DetailIndex
  ) -> [DetailKind: Int] {
    var known: [DetailKind: Int] = [:]
    for place in rows.indices {
      for (kind, column) in Self.idColumns {
        guard let code = rows.code(of: kind, at: place) else { continue }
        known[kind, default: 0] += 1
        guard let column = columns.firstIndex(where: { $0.id == column }) else { continue }
        switch rows[place][column] {
        case .id(let id), .text(let id):
          #expect(details.place(of: kind, code: code) == details.place(of: kind, id: id))
        default: continue
        }
      }
    }
    return known
  }

  @Test(arguments: UInt64(1)...60)
  func aRowKnowsWhatItsCellsName(seed: UInt64) {
    let basis = NaiveTenant(seed: seed).tenant.basis(asOf: "2026-01-31")
    let details = DetailIndex(basis)
    var known: [DetailKind: Int] = [:]
    for name in ReportName.reports {
      let report = basis.report(name)
      known.merge(check(report.rows, report.columns, details)) { $0 + $1 }
    }
    for kind in DetailKind.allCases {
      for place in 0..<details.count(of: kind) {
        for table in details.detail(of: kind, at: place).tables {
          known.merge(check(table.rows, table.columns, details)) { $0 + $1 }
        }
      }
    }
    #expect(basis.report(.users).rows.isEmpty || known[.person, default: 0] > 0)
  }

  @Test func linesOfInvoicesKnowTheirProductsAndSubscriptions() throws {
    let basis = TestTenant()
      .with(.products, "product_id,product_name\np1,Alpha\np2,Beta")
      .with(.subscriptions, "subscription_id,product_id\nS2,p2\ns1,p1")
      .with(.billingProfiles, "billing_profile_id,name\nb1,Main")
      .with(
        .invoices, "invoice_id,billing_profile_id,currency,total\ni1,b1,EUR,1.00\ni2,b1,EUR,2.00"
      )
      .with(
        .invoiceLines,
        "invoice_id,line_number,product_id,subscription_id,total\ni1,1,p2,S2,1.00\ni1,2,,s1,1.00\ni1,3,p9,,1.00"
      )
      .basis(asOf: "2026-01-31")
    let details = DetailIndex(basis)
    let lines = try #require(details.detail(of: .invoice, at: 0).table("lines"))
    #expect(check(lines.rows, lines.columns, details) == [.product: 2, .subscription: 2])
    let product = try #require(lines.rows.code(of: .product, at: 0))
    #expect(details.place(of: .product, code: product) == 1)
    #expect(lines.rows.code(of: .product, at: 1) == nil)
    let profile = details.detail(of: .billingProfile, at: 0)
    let invoices = try #require(profile.table("invoices"))
    #expect(check(invoices.rows, invoices.columns, details) == [.invoice: 2])
  }

  @Test func tablesHaveEachTheirPlace() {
    #expect(TableID.allCases.map(\.place) == Array(TableID.allCases.indices))
  }
}
