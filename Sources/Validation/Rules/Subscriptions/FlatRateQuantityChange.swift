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
    messages: [
      "the line charges {charge}, but {name} has a flat rate without a quantity",
      "{name} has a flat rate, but its quantity changed from {before} to {quantity}",
    ],
    help: "ask the seller what the change pays for, and claim it back",
    bad: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charge_type,charges,total,currency
      G1,1,S-1,add-quantity,40.00,40.00,EUR
      -- previous/subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,25
      """,
    good: """
      -- subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charge_type,charges,total,currency
      G1,1,S-1,renew,40.00,40.00,EUR
      -- previous/subscriptions.csv
      subscription_id,product_id,pricing_model,quantity
      S-1,P-1,flat-rate,Unlimited
      """
  ) { context, findings in
    addChargedChanges(context, &findings)
    addChangedQuantities(context, &findings)
  }

  /// Lines of invoices that charge for a change.
  private static func addChargedChanges(_ context: RuleContext, _ findings: inout RuleFindings) {
    let lines = context.data.invoiceLines
    let types = ChargeTypes(lines.chargeType)
    let codes = lines.subscriptionID
    types.forEachRow(of: lines.rows, where: { $0?.changesQuantity ?? false }) { row, type in
      guard let type, let code = codes.code(row),
        let subscription = context.data.subscriptionRow(code),
        context.subscriptions.pricingModel(subscription) == .flatRate
      else { return }
      findings.add(
        .invoiceLines, row, "charge_type",
        facts: [("charge", type.rawValue), ("name", context.subscriptions.name(subscription))])
    }
  }

  /// Quantities that are another than in the earlier exports.
  private static func addChangedQuantities(_ context: RuleContext, _ findings: inout RuleFindings) {
    guard let earlier = context.earlier else { return }
    let quantities = context.data.subscriptions.quantity
    for row in context.data.subscriptions.rows {
      guard context.subscriptions.pricingModel(row) == .flatRate, let quantity = quantities[row],
        let before = earlier.subscription(context.subscriptions.id(row))?.quantity,
        before != quantity
      else { continue }
      findings.add(
        .subscriptions, row, "quantity", variant: 1,
        facts: [
          ("name", context.subscriptions.name(row)), ("before", word(before)),
          ("quantity", word(quantity)),
        ])
    }
  }

  private static func word(_ quantity: Quantity) -> String {
    quantity.number.map { String($0) } ?? "Unlimited"
  }
}
