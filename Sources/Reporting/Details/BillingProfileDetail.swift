import BillingModel
import CalendarDates

extension DetailIndex {
  /// The columns of a billing profile, its months, its documents and who may do what with it.
  func billingProfile(_ code: Int) -> Detail {
    guard let row = basis.data.billingProfileRow(code) else {
      preconditionFailure("a billing profile with a page has a row")
    }
    let whole = WholeRow(basis.data.billingProfiles)
    let roles = rolesByProfile.rows(of: code)
    return Detail(
      kind: .billingProfile, id: basis.data.text(.billingProfile, code),
      name: basis.data.billingProfiles.name[row], fields: whole.fields(row, currency: nil),
      tables: [
        monthTable(summaryByProfile[code] ?? []),
        invoiceTable(invoicesByProfile.rows(of: code)),
        roleTable(roles),
      ],
      extra: whole.extra(row),
      findings: basis.findings.findings(of: .billingProfile, code) + findings(ofInvoicesOf: code),
      sources: [RowReference(.billingProfiles, row)]
        + roles.map { RowReference(.billingProfileRoles, Int($0)) })
  }

  /// `months`: the profile's rows of invoice-summary.
  private func monthTable(_ lines: [InvoiceSummaryLine]) -> DetailTable {
    DetailTable(
      "months", lines: lines, columns: ReportBasis.invoiceSummaryColumns,
      totals: .currency { $0.key.currency },
      sources: .all { $0.rows.map { RowReference(.invoices, Int($0)) } })
  }

  /// `invoices`, newest first.
  private func invoiceTable(_ rows: [UInt32]) -> DetailTable {
    let (dates, ids) = (basis.data.invoices.invoiceDate, basis.data.invoices.invoiceID)
    let byID = TextOrder.sorted(rows.map { Int($0) }) { ids[$0] }
    let sorted = byID.enumerated().sorted { left, right in
      let days = (dates[left.element]?.days ?? .min, dates[right.element]?.days ?? .min)
      return days.0 == days.1 ? left.offset < right.offset : days.0 > days.1
    }.map { UInt32($0.element) }
    return DetailTable(
      "invoices", lines: sorted, columns: invoiceColumns,
      sources: .one { RowReference(.invoices, Int($0)) },
      things: LineThings { row, kind in kind == .invoice ? ids.code(Int(row)) : nil })
  }

  private var invoiceColumns: [LineColumn<UInt32>] {
    let table = basis.data.invoices
    let (ids, dates, due) = (table.invoiceID, table.invoiceDate, table.dueDate)
    let (kinds, states, currencies) = (table.documentType, table.status, table.currency)
    let (totals, columns) = (table.total, InvoiceColumns(basis.data))
    return [
      .plain("invoice_id", .id) { .id(ids[Int($0)]) },
      .plain("document_type", .word) { .word(kinds[Int($0)] ?? .invoice) },
      .plain("invoice_date", .date) { .date(dates[Int($0)]) },
      .plain("due_date", .date) { .date(due[Int($0)]) },
      .plain("status", .word) { .word(states[Int($0)]) },
      .plain("currency", .currency) { .currency(currencies[Int($0)]) },
      .plain("total", .money) {
        .money(totals[Int($0)].map { ExactAmount($0) }, currencies[Int($0)])
      },
      .plain("amount_due", .money) { row in
        let amount = columns.amountDue(Int(row)).map { ExactAmount($0) }
        return .money(amount, currencies[Int(row)])
      },
    ]
  }

  /// `roles`: who may do what, ordered by user.
  private func roleTable(_ rows: [UInt32]) -> DetailTable {
    let (data, table) = (basis.data, basis.data.billingProfileRoles)
    let (people, roles, names) = (table.userPrincipalName, table.role, basis.people)
    let sorted = TextOrder.sorted(rows.map { Int($0) }) { people[$0] }
    return DetailTable(
      "roles", lines: sorted,
      columns: [
        .plain("user_principal_name", .id) { .id(people[$0]) },
        .plain("display_name", .text) { row in
          .text(people.code(row).flatMap { data.userRow($0) == nil ? nil : names.name($0) })
        },
        .plain("role", .word) { .word(roles[$0]) },
      ], sources: .one { RowReference(.billingProfileRoles, $0) })
  }
}

extension DetailIndex {
  /// The findings about the invoices of a profile and their lines.
  private func findings(ofInvoicesOf profile: Int) -> [RowFinding] {
    let codes = basis.data.invoices.invoiceID
    return invoicesByProfile.rows(of: profile).compactMap { codes.code(Int($0)) }.flatMap {
      basis.findings.findings(of: .invoice, $0)
    }
  }
}
