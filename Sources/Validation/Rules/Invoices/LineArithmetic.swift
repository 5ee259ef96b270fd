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
    let tolerance = context.settings.tolerances[.lineArithmetic]
    let table = context.data.invoiceLines
    let (types, roundings) = (ChargeTypes(table.chargeType), table.rounding)
    let (quantities, prices, charges) = (table.quantity, table.unitPrice, table.charges)
    let (currencies, minorUnits) = (LineCurrencies(context.data), table.currency.minorUnits)
    charges.forEachRow(of: table.rows, comparedToProductOf: quantities, and: prices) {
      row, isExact in
      let rounding = roundings[row] ?? .halfEven
      if isExact, rounding != .down, let places = minorUnits[row],
        charges.hasAtMost(decimals: places, row)
      {
        return
      }
      guard let type = types[row], type.isFullPrice, let currency = currencies[row],
        let quantity = quantities[row], let price = prices[row], let charged = charges[row]
      else { return }
      let expected = rounding.charges(quantity, price, to: currency.minorUnits)
      guard
        let facts = AmountComparison.facts(charged, expected, currency, tolerance: tolerance)
      else { return }
      findings.add(
        .invoiceLines, row, "charges",
        facts: facts + [
          ("quantity", "\(quantity)"), ("price", "\(price)"), ("rounding", rounding.rawValue),
        ])
    }
  }
}
