import BillingModel
public import Diagnostics

extension RuleID {
  /// A change of the number of licences of a flat-rate subscription.
  public static let flatRateQuantityChange = RuleID("flat-rate-quantity-change")
}

extension Rule {
  static let flatRateQuantityChange = Rule(
    .flatRateQuantityChange, .violation,
    title: "licences added to or removed from a flat rate",
    reason: """
      The number of licences can be changed only where there is one. A charge for added or removed \
      licences of a flat rate is a charge for nothing.
      """,
    source: "R5",
    messages: ["the line charges {charge}, but {name} has a flat rate without a quantity"],
    help: "ask the seller what this line of the invoice pays for, and claim it back",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charge_type,charges,total,currency
      G1,1,S-1,add-quantity,40.00,40.00,EUR
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charge_type,charges,total,currency
      G1,1,S-1,renew,40.00,40.00,EUR
      """
  ) { context, findings in
    let lines = context.data.invoiceLines
    let types = ChargeTypes(lines.chargeType)
    let codes = lines.subscriptionID
    for row in lines.rows {
      guard let type = types[row], type.changesQuantity, let code = codes.code(row),
        let subscription = context.data.subscriptionRow(code),
        context.subscriptions.pricingModel(subscription) == .flatRate
      else { continue }
      findings.add(
        .invoiceLines, row, "charge_type",
        facts: [("charge", type.rawValue), ("name", context.subscriptions.name(subscription))])
    }
  }
}
