import BillingModel
public import Diagnostics

extension RuleID {
  /// A charge type that is not one of the listed words.
  public static let unknownChargeType = RuleID("unknown-charge-type")
}

extension Rule {
  static let unknownChargeType = Rule(
    .unknownChargeType, .note,
    title: "charge type that is not known",
    reason: """
      The charge type is kept as it is and its amounts count, but no rule knows what the line is \
      for: its arithmetic is not checked.
      """,
    source: "R67",
    messages: ["charge type `{type}` is not one of the listed words{near}"],
    help: "correct a misspelt word in the export; otherwise nothing needs to be done",
    bad: """
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,charges,total,currency
      G1,1,upgrade-fee,10.00,10.00,EUR
      """,
    good: """
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,charges,total,currency
      G1,1,monthly-payment,10.00,10.00,EUR
      G1,2,,10.00,10.00,EUR
      """
  ) { context, findings in
    let words = context.data.invoiceLines.chargeType
    let types = ChargeTypes(words)
    let listed = ChargeType.allCases.map(\.rawValue)
    var nearest: [String: String] = [:]
    types.forEachRow(of: context.data.invoiceLines.rows, where: { $0 == nil }) { row, _ in
      guard let word = words[row] else { return }
      let near =
        nearest[word] ?? NearMiss.suggestion(for: word, among: listed).map {
          ": did you mean `\($0)`?"
        } ?? ""
      nearest[word] = near
      findings.add(
        .invoiceLines, row, "charge_type", facts: [("type", word), ("near", near)])
    }
  }
}
