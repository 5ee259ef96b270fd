import Testing
import Validation

@Suite struct FlatRateQuantityChangeTests {
  @Test func addedAndRemovedLicencesOfFlatRatesAreTold() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,pricing_model
      S-1,P-1,Ledger,flat-rate
      S-2,P-1,Ledger,per-license
      -- invoice_lines.csv
      invoice_id,line_number,subscription_id,charge_type,charges,total
      G1,1,S-1,add-quantity,1.00,1.00
      G1,2,S-1,Remove-Quantity,1.00,1.00
      G1,3,S-1,renew,1.00,1.00
      G1,4,S-2,add-quantity,1.00,1.00
      G1,5,,add-quantity,1.00,1.00
      G1,6,S-1,,1.00,1.00
      G1,7,S-1,addQuantity,1.00,1.00
      """
    func told(_ line: Int, _ charge: String) -> Told {
      Told(
        rule: "flat-rate-quantity-change", place: "invoice_lines:\(line + 1):charge_type",
        subject: "invoice-line G1/\(line)",
        message: "the line charges \(charge), but Ledger has a flat rate without a quantity")
    }
    #expect(
      try Checking(sample).told(.flatRateQuantityChange) == [
        told(1, "add-quantity"), told(2, "remove-quantity"),
      ])
  }
}
