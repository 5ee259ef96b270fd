import BillingModel
import Diagnostics
import Ingest
import Testing
import Validation

/// Each rule's own examples do what they say, and its sentences are whole.
@Suite struct ExampleTests {
  @Test(arguments: Rules.documentation)
  func theBadExampleBreaksExactlyThatRule(_ rule: RuleDocumentation) throws {
    let checking = try Checking(rule.bad)
    #expect(checking.rules == [rule.id.rawValue])
    #expect(checking.findings.allSatisfy { $0.severity <= max(rule.severity, .warning) })
  }

  @Test(arguments: Rules.documentation)
  func theGoodExampleKeepsAllRules(_ rule: RuleDocumentation) throws {
    #expect(try Checking(rule.good).findings.map(\.rule) == [])
  }

  @Test(arguments: Rules.documentation)
  func theProgramsOwnReadingFindsTheSameInTheExamples(_ rule: RuleDocumentation) {
    for (example, expected) in [(rule.bad, [rule.id]), (rule.good, [])] {
      let files = ExampleFile.files(in: example)
      func read(earlier: Bool) -> IngestResult {
        InMemoryIngest.read(
          files.filter { $0.isEarlier == earlier }.map { (name: $0.name, text: $0.text) },
          asOf: Checking.asOf)
      }
      let (ingest, before) = (read(earlier: false), read(earlier: true).dataset)
      let context = RuleContext(
        data: ingest.dataset, asOf: Checking.asOf,
        earlier: EarlierRun(before, licenses: LicenseCounts(before), date: nil))
      #expect(ingest.findings.map(\.finding.rule) == [])
      #expect(Set(Rules.check(context, LicenseCounts(ingest.dataset)).map(\.rule)) == Set(expected))
    }
  }

  @Test(arguments: Rules.documentation)
  func everyRuleIsDocumentedWhole(_ rule: RuleDocumentation) {
    let texts = [rule.title, rule.reason, rule.source, rule.help] + rule.messages
    #expect(!rule.messages.isEmpty)
    #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("\n") && !$0.contains("  ") })
  }

  @Test(arguments: Rules.documentation)
  func noBraceIsLeftInASentence(_ rule: RuleDocumentation) throws {
    for finding in try Checking(rule.bad).findings {
      let (message, help) = Checking.sentence(finding)
      #expect(!message.contains("{") && !message.contains("}"))
      #expect(!help.contains("{") && !help.contains("}"))
    }
  }

  @Test func idsAreUniqueAndLowerKebabCase() {
    let ids = Rules.all.map(\.id.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) } })
  }
}
