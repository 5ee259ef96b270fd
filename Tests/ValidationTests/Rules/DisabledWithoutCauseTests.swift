import Testing
import Validation

@Suite struct DisabledWithoutCauseTests {
  @Test func onlyTheThreeCausesCount() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,kind,status,end_reason
      S-1,P-1,Ledger,saas-app,disabled,
      S-2,P-1,Ledger,saas-app,disabled,moved
      S-3,P-1,Ledger,saas-app,disabled,canceled
      S-4,P-1,Ledger,saas-app,disabled,expired
      S-5,P-1,Ledger,saas-app,disabled,payment
      S-6,P-1,Ledger,microsoft,disabled,
      S-7,P-1,Ledger,saas-app,deleted,
      S-8,P-1,Ledger,,disabled,
      """
    func told(_ line: Int, _ message: String) -> Told {
      Told(
        rule: "disabled-without-cause", place: "subscriptions:\(line):end_reason",
        subject: "subscription S-\(line - 1)", message: message)
    }
    #expect(
      try Checking(sample).told(.disabledWithoutCause) == [
        told(2, "Ledger is disabled, but no reason is given"),
        told(3, "Ledger is disabled, but `moved` is no cause of that"),
      ])
  }

  @Test func aMissingReasonIsToldOnlyOfFilesThatHaveTheColumn() throws {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,kind,status
      S-1,P-1,saas-app,disabled
      -- subscriptions.2.csv
      subscription_id,product_id,kind,status,end_reason
      S-2,P-1,saas-app,disabled,
      -- subscriptions.3.csv
      subscription_id,product_id,kind,status
      S-3,P-1,saas-app,disabled
      """
    #expect(try Checking(sample).told(.disabledWithoutCause).map(\.subject) == ["subscription S-2"])
  }
}
