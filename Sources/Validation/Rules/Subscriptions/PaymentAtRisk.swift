import BillingModel
import CalendarDates
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// An active third-party app on an invoice that is past due.
  public static let paymentAtRisk = RuleID("payment-at-risk")
}

extension Rule {
  static let paymentAtRisk = Rule(
    .paymentAtRisk, .warning,
    title: "active app on an invoice that is past due",
    reason: """
      A third-party app that is not paid is disabled, and that is final: another copy must be \
      bought and set up.
      """,
    source: "R10, R11",
    messages: ["{name} is on invoice {invoice}, which is past due"],
    help: "pay invoice {invoice} before the app is disabled",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,billing_profile_id
      S-1,P-1,saas-app,active,BP-1
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total,amount_due
      G1,BP-1,2025-12-01,2025-12-31,EUR,10.00,10.00
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charges,total,currency
      G1,1,S-1,10.00,10.00,EUR
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,kind,status,billing_profile_id
      S-1,P-1,saas-app,active,BP-1
      -- invoices.csv
      invoice_id,billing_profile_id,invoice_date,due_date,currency,total,amount_due
      G1,BP-1,2025-12-01,2025-12-31,EUR,10.00,0.00
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charges,total,currency
      G1,1,S-1,10.00,10.00,EUR
      """
  ) { context, findings in
    let keys = context.data.subscriptions.subscriptionID
    let invoices = PastDueInvoices(context.data, asOf: context.asOf)
    for row in context.data.subscriptions.rows {
      guard let code = keys.code(row), let invoice = invoices.first(ofSubscription: code),
        context.subscriptions.status(row) == .active, context.subscriptions.isThirdParty(row)
      else { continue }
      findings.add(
        .subscriptions, row, "billing_profile_id",
        facts: [("name", context.subscriptions.name(row)), ("invoice", invoice)])
    }
  }
}

/// The first invoice, by the order of lines, that is past due and has a line of a subscription.
private struct PastDueInvoices {
  private let data: Dataset
  private let invoiceRows: [Int?]

  init(_ data: Dataset, asOf: CalendarDate) {
    self.data = data
    let isPastDue = Self.flags(data.invoices, asOf)
    let (subscriptions, invoices) = (
      data.invoiceLines.subscriptionID, data.invoiceLines.invoiceID
    )
    let chosen = (0..<data.codeCount(.invoice)).map { code in
      data.invoiceRow(code).map { isPastDue[$0] } ?? false
    }
    var found: [Int?] = Array(repeating: nil, count: data.codeCount(.subscription))
    invoices.forEachRow(of: data.invoiceLines.rows, chosen: chosen) { row, invoice in
      guard let code = subscriptions.code(row), found[code] == nil else { return }
      found[code] = data.invoiceRow(invoice)
    }
    invoiceRows = found
  }

  func first(ofSubscription code: Int) -> String? {
    invoiceRows[code].flatMap { data.invoices.invoiceID[$0] }
  }

  /// Past due by its status, or by its date with something still owed.
  private static func flags(_ table: Table<Invoices>, _ asOf: CalendarDate) -> [Bool] {
    let (statuses, dues, owed) = (table.status, table.dueDate, table.amountDue)
    return (0..<table.count).map { row in
      switch statuses[row] {
      case .pastDue: true
      case .paid, .void: false
      case .due, nil:
        CalendarDate.isGiven(dues[row], before: asOf) && (owed[row] ?? .zero) > .zero
      }
    }
  }
}
