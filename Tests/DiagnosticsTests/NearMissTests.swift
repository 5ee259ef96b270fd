import Diagnostics
import Testing

@Suite struct NearMissTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let candidates: [String]
    let expected: String?
    var testDescription: String { "\(text) → \(expected ?? "nothing")" }
  }

  @Test(arguments: [
    Case(
      text: "licence-admin", candidates: ["user-admin", "license-admin"], expected: "license-admin"),
    Case(
      text: "Over_Assigned", candidates: ["over-assigned", "unknown-user"],
      expected: "over-assigned"),
    Case(text: "over-asigned", candidates: ["over-assigned"], expected: "over-assigned"),
    Case(text: "atcive", candidates: ["active", "expired"], expected: "active"),
    Case(text: "Active", candidates: ["active"], expected: "active"),
    Case(text: "Överskott", candidates: ["active", "expired"], expected: nil),
    Case(text: "x", candidates: ["a", "b"], expected: nil),
    Case(text: "", candidates: ["a"], expected: nil),
    Case(text: "cat", candidates: ["bat", "car", "cab"], expected: "bat"),
    Case(text: "cat", candidates: ["cab", "car", "bat"].reversed(), expected: "bat"),
    Case(
      text: String(repeating: "a", count: 65), candidates: [String(repeating: "a", count: 65)],
      expected: nil),
  ])
  func theNearestWordIsSuggested(_ sample: Case) {
    #expect(NearMiss.suggestion(for: sample.text, among: sample.candidates) == sample.expected)
  }
}
