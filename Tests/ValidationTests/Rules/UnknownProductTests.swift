import Testing
import Validation

@Suite struct UnknownProductTests {
  static let products = """
    -- products.csv
    product_id,product_name,kind
    P-1,Adatum Signatures,isv-app

    """
  static let references = """
    -- subscriptions.csv
    subscription_id,product_id
    S-1,P-1
    S-2,P-2
    -- invoice_lines.csv
    invoice_id,line_number,product_id,charges,total
    G1,1,P-1,1.00,1.00
    G1,2,P-3,1.00,1.00
    G1,3,,1.00,1.00
    """

  @Test func subscriptionsAndLinesAreChecked() throws {
    #expect(
      try Checking(Self.products + Self.references).told(.unknownProduct) == [
        Told(
          rule: "unknown-product", place: "subscriptions:3:product_id", subject: "subscription S-2",
          message: "product `P-2` is not in the products table"),
        Told(
          rule: "unknown-product", place: "invoice_lines:3:product_id",
          subject: "invoice-line G1/2", message: "product `P-3` is not in the products table"),
      ])
  }

  @Test func nothingIsSaidWhenTheTableWasNotGiven() throws {
    #expect(try Checking(Self.references).told(.unknownProduct).isEmpty)
  }

  @Test func anEmptyTableWasGiven() throws {
    let empty = "-- products.csv\nproduct_id,product_name,kind\n"
    #expect(try Checking(empty + Self.references).told(.unknownProduct).count == 4)
  }

  @Test func anIdInQuarantineIsKnown() throws {
    let quarantined = "-- products.csv\nproduct_id,product_name,kind\nP-2,Broken,no-kind\n"
    let told = try Checking(Self.products + Self.references, quarantined: quarantined)
      .told(.unknownProduct)
    #expect(told.map(\.subject) == ["invoice-line G1/2"])
  }

  @Test func licencesAndPoliciesAreNotChecked() throws {
    let others = """
      -- license_assignments.csv
      product_id,assignee_id
      P-9,ana@contoso.example
      -- self_service_policies.csv
      product_id,value
      P-9,Disabled
      """
    #expect(try Checking(Self.products + others).findings.isEmpty)
  }

  @Test func idsCompareLetterForLetterButGUIDsWithoutCase() throws {
    let sample = """
      -- products.csv
      product_id,product_name,kind
      p-1,Adatum,isv-app
      ABCDEF00-0000-0000-0000-000000000001,Tailspin,isv-app
      -- subscriptions.csv
      subscription_id,product_id
      S-1,P-1
      S-2,abcdef00-0000-0000-0000-000000000001
      """
    #expect(try Checking(sample).told(.unknownProduct).map(\.subject) == ["subscription S-1"])
  }
}
