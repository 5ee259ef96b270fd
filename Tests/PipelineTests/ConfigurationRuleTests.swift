import Diagnostics
import Pipeline
import TestSupport
import Testing

/// The rules about the configuration: each one's own examples do what they say.
struct ConfigurationRuleTests {
  private static func outcome(_ example: String) throws -> Billfold.Outcome {
    let folder = try TemporaryFolder()
    try folder.write("user_principal_name\nana@contoso.example\n", to: "in/users.csv")
    for file in ExampleFile.files(in: example) { try folder.write(file.text, to: file.name) }
    return try Billfold.run([
      "validate", folder.path(of: "in"), "-c", folder.path(of: "billfold.yaml"), "--as-of",
      "2026-01-31", "--fail-on", "warning",
    ])
  }

  @Test(arguments: ConfigurationRules.all)
  func examplesBreakAndKeepTheRule(_ rule: RuleDocumentation) throws {
    let bad = try Self.outcome(rule.bad)
    #expect((bad.output + bad.errors).contains("[\(rule.id)]"), "\(bad.errors)")
    #expect(bad.code == (rule.severity == .error ? 2 : 1))
    let good = try Self.outcome(rule.good)
    #expect(good.code == 0, "\(good.errors)")
    #expect(good.output == "no findings\n")
  }

  @Test(arguments: ConfigurationRules.all)
  func rulesExplainsThem(_ rule: RuleDocumentation) throws {
    let outcome = try Billfold.run(["rules", rule.id.rawValue])
    #expect(outcome.output.hasPrefix("\(rule.id) (\(rule.severity.rawValue)): \(rule.title)\n"))
    #expect(!outcome.output.contains("{message}"))
  }
}
