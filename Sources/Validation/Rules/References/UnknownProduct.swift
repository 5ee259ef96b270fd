import BillingModel
public import Diagnostics

extension RuleID {
  /// A product id that no table of the run has.
  public static let unknownProduct = RuleID("unknown-product")
}

extension Rule {
  static let unknownProduct = Rule(
    .unknownProduct, .violation,
    title: "product id that is in no products table",
    reason: """
      A subscription or an invoice line of an unknown product has no kind, no publisher and no \
      pricing model, so that it appears in reports by its id only.
      """,
    source: "SCHEMA: products, subscriptions, invoice_lines",
    messages: ["product `{id}` is not in the products table"],
    help: """
      export the products again so that `{id}` is among them, or correct the id; an id read from a \
      quarantined row counts as known
      """,
    bad: """
      -- products.csv
      product_id,product_name,kind,publisher,pricing_model
      P-1,Adatum Signatures,isv-app,Adatum,per-license
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-2
      """,
    good: """
      -- products.csv
      product_id,product_name,kind,publisher,pricing_model
      P-1,Adatum Signatures,isv-app,Adatum,per-license
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      """
  ) { context, findings in
    let data = context.data
    guard let known = KnownIDs(.product, of: .products, in: data, row: data.productRow) else {
      return
    }
    let (subscriptions, lines) = (data.subscriptions, data.invoiceLines)
    findings.addUnknown(
      in: subscriptions, subscriptions.productID, named: "product_id", known: known)
    findings.addUnknown(in: lines, lines.productID, named: "product_id", known: known)
  }
}
