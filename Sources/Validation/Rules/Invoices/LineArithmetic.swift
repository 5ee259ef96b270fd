import BillingModel
public import Diagnostics
import ExactNumbers

extension RuleID {
  /// A line whose charges do not follow from quantity and unit price.
  public static let lineArithmetic = RuleID("line-arithmetic")
}

extension Rule {
  static let lineArithmetic = Rule(
    .lineArithmetic, .warning,
    title: "charges that do not follow from quantity and unit price",
    reason: """
      Charges are quantity × unit price, rounded as the line says: a difference is a price or a \
      quantity that nobody agreed on. Charge types that are prorated are left out.
      """,
    source: "R61; SCHEMA: rounding",
    messages: [
      """
      charges {given} {currency} are not {quantity} × {price}, rounded {rounding}, = {expected}: \
      {difference} {currency} apart
      """
    ],
    help:
      "compare price and quantity with the order; if the seller rounds differently, set rounding",
    bad: """
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,quantity,unit_price,charges,total,currency
      G1,1,purchase,3,3.335,10.01,10.01,EUR
      """,
    good: """
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,quantity,unit_price,rounding,charges,total,currency
      G1,1,purchase,3,3.335,,10.00,10.00,EUR
      G1,2,purchase,3,3.335,down,9.99,9.99,EUR
      G1,3,add-quantity,3,3.335,,1.00,1.00,EUR
      """
  ) { context, findings in
    let check = LineArithmeticCheck(context)
    let table = context.data.invoiceLines
    guard table.rounding.isEmpty else {
      for row in table.rows { check.look(at: row, &findings) }
      return
    }
    table.charges.forEachRow(
      of: table.rows, notProductOf: table.quantity, and: table.unitPrice, in: table.currency
    ) { row in check.look(at: row, &findings) }
  }
}

/// Compares the charges of lines with what follows from quantity and unit price.
private struct LineArithmeticCheck {
  private let tolerance: ExactDecimal?
  private let types: ChargeTypes
  private let roundings: WordColumn<LineRounding>
  private let quantities: AmountColumn
  private let prices: AmountColumn
  private let charges: AmountColumn
  private let currencies: LineCurrencies

  init(_ context: RuleContext) {
    tolerance = context.settings.tolerances[.lineArithmetic]
    let table = context.data.invoiceLines
    types = ChargeTypes(table.chargeType)
    roundings = table.rounding
    quantities = table.quantity
    prices = table.unitPrice
    charges = table.charges
    currencies = LineCurrencies(context.data)
  }

  func look(at row: Int, _ findings: inout RuleFindings) {
    guard let type = types[row], type.isFullPrice, let currency = currencies[row],
      let quantity = quantities[row], let price = prices[row], let charged = charges[row]
    else { return }
    let rounding = roundings[row] ?? .halfEven
    let expected = rounding.charges(quantity, price, to: currency.minorUnits)
    guard let facts = AmountComparison.facts(charged, expected, currency, tolerance: tolerance)
    else { return }
    findings.add(
      .invoiceLines, row, "charges",
      facts: facts + [
        ("quantity", "\(quantity)"), ("price", "\(price)"), ("rounding", rounding.rawValue),
      ])
  }
}
