import Diagnostics
import Testing

/// Which findings a waiver covers.
struct WaiverListTests {
  private static let list = WaiverList([
    .init(rule: RuleID("over-assigned"), subject: "SUB-9", note: "first"),
    .init(rule: RuleID("over-assigned"), subject: "sub-*", note: "second"),
    .init(rule: RuleID("row-shape"), subject: "old/*.csv", note: "third"),
  ])

  @Test(arguments: [
    ("over-assigned", "SUB-9", "first"), ("over-assigned", "sub-9", "first"),
    ("over-assigned", "SUB-10", "second"), ("over-assigned", "S-1", nil),
    ("duplicate-license", "SUB-9", nil),
  ])
  func subjectsAreCompared(rule: String, id: String, note: String?) {
    let found = Self.list.note(rule: RuleID(rule), subject: Subject(.subscription, id))
    #expect(found == note)
  }

  @Test func findingsAboutAFileAreWaivedByItsPath() {
    let rule = RuleID("row-shape")
    #expect(Self.list.note(rule: rule, subject: nil, file: "old/2024/a.csv") == "third")
    #expect(Self.list.note(rule: rule, subject: nil, file: "new/a.csv") == nil)
    #expect(Self.list.note(rule: rule, subject: nil) == nil)
  }

  @Test(arguments: [
    ("", "", true), ("*", "", true), ("**", "x", true), ("a*b*c", "a-b-b-c", true),
    ("a*b*c", "a-b-b-d", false), ("*.csv", "a.csv.csv", true), ("a*", "ba", false),
    ("S[1]?", "s[1]?", true), ("a*a", "a", false), ("é*", "É1", false), ("é*", "é1", true),
  ])
  func starsStandForAnyText(pattern: String, text: String, fits: Bool) {
    #expect(Wildcard.matches(pattern, text) == fits)
  }

  @Test func manyStarsCostLittle() {
    let text = String(repeating: "a", count: 4000)
    #expect(!Wildcard.matches(String(repeating: "*a", count: 500) + "b", text))
  }
}
