import Testing
import Validation

@Suite struct UnknownChargeTypeTests {
  @Test func otherWordsAreNoted() throws {
    let sample = """
      -- invoice_lines.csv
      invoice_id,line_number,charge_type,charges,total
      G1,1,purchase,1.00,1.00
      G1,2,Usage,1.00,1.00
      G1,3,addQuantity,1.00,1.00
      G1,4,cycle fee,1.00,1.00
      G1,5,,1.00,1.00
      """
    let told = try Checking(sample).told(.unknownChargeType)
    #expect(told.map(\.place) == [4, 5].map { "invoice_lines:\($0):charge_type" })
    #expect(
      told.map(\.message) == [
        """
        charge type `addQuantity` is not one of the listed words: did you mean `add-quantity`?
        """,
        "charge type `cycle fee` is not one of the listed words",
      ])
  }
}
