import Diagnostics
import Testing

@Suite struct FindingCountsTests {
  private func finding(_ severity: Severity, waiver: String? = nil) -> Finding {
    Finding(
      rule: RuleID("a"), severity: severity, location: SourceLocation(file: "a.csv"),
      waiver: waiver)
  }

  @Test func waivedFindingsAreCountedApart() {
    let counts = FindingCounts([
      finding(.violation), finding(.violation), finding(.error, waiver: "later"), finding(.note),
    ])
    #expect(counts.description == "2 violations, 1 note; 1 waived")
    #expect(counts.worst == .violation)
    #expect(counts[.error] == 0)
  }

  @Test func nothingIsNoFindings() {
    #expect(FindingCounts().description == "no findings")
    #expect(FindingCounts().worst == nil)
  }
}
