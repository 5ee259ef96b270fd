import Configuration
import Testing

struct ConfigurationProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let rule: ConfigurationProblem.Rule
    let message: String
    let help: String?
    var testDescription: String { text }

    init(
      _ text: String, _ line: Int, _ column: Int, _ rule: ConfigurationProblem.Rule,
      _ message: String, _ help: String? = nil
    ) {
      self.text = text
      self.line = line
      self.column = column
      self.rule = rule
      self.message = message
      self.help = help
    }
  }

  @Test(arguments: [
    Case("outptu: x", 1, 1, .unknownKey, "unknown key `outptu`", "did you mean `output`?"),
    Case(
      "site:\n  titel: x", 2, 3, .unknownKey, "unknown key `titel` in `site`",
      "did you mean `title`?"),
    Case(
      "site: {colour: red}", 1, 8, .unknownKey, "unknown key `colour` in `site`",
      "known: `title`, `language`, `pages`, `rows_per_page`"),
    Case(
      "rules:\n  over-asigned: {}", 2, 3, .unknownKey, "unknown key `over-asigned` in `rules`",
      "did you mean `over-assigned`?"),
    Case(
      "rules: {over-assigned: {days: 3}}", 1, 25, .unknownKey,
      "unknown key `days` in `rules.over-assigned`", "known: `severity`"),
    Case(
      "rules: {over-assigned: {severity: eror}}", 1, 35, .badSetting,
      "`rules.over-assigned.severity` does not know the value “eror”",
      "did you mean `error`?"),
    Case(
      "rules: {bad-date: {severity: note}}", 1, 30, .badSetting,
      "`bad-date` may not be less than error, not “note”",
      "rules about reading can be raised, not lowered: which rows are quarantined is fixed"),
    Case(
      "rules: {license-of-inactive-user: {days: -1}}", 1, 42, .badSetting,
      "`rules.license-of-inactive-user.days` must be a whole number from 0 to 100000, not “-1”"),
    Case(
      "rules: over-assigned", 1, 8, .badSetting, "`rules` must hold `key: value` lines"),
    Case(
      "limits: {ratio: 0}", 1, 17, .badSetting,
      "`limits.ratio` must be a whole number from 1 on, not “0”"),
    Case(
      "limits:\n  expanded: 5", 2, 3, .unknownKey, "unknown key `expanded` in `limits`",
      "known: `expanded_bytes`, `ratio`"),
    Case(
      "limits: {expanded_bytes: 4G}", 1, 26, .badSetting,
      "`limits.expanded_bytes` must be a whole number from 1 on, not “4G”"),
    Case(
      "as_of: 2026-02-30", 1, 8, .badSetting,
      "`as_of` must be a day of the calendar as YYYY-MM-DD, not “2026-02-30”"),
    Case(
      "as_of: 2026-01-31T00:00:00Z", 1, 8, .badSetting,
      "`as_of` must be a day of the calendar as YYYY-MM-DD, not “2026-01-31T00:00:00Z”"),
    Case(
      "expect: [subscription]", 1, 10, .badSetting,
      "`expect` does not know the value “subscription”", "did you mean `subscriptions`?"),
    Case(
      "inputs: exports", 1, 9, .badSetting, "`inputs` must be a list",
      "write `[a, b]`, or one `- a` a line"),
    Case("inputs:\n  - pick: all", 2, 5, .badSetting, "an entry of `inputs` needs `path`"),
    Case(
      "inputs:\n  - {path: a, delimiter: '#'}", 2, 26, .badSetting,
      "`inputs.delimiter` does not know the value “#”", "known: `,`, `;`, `tab`"),
    Case(
      "site: {rows_per_page: 0}", 1, 23, .badSetting,
      "`site.rows_per_page` must be a whole number from 1 on, not “0”"),
    Case(
      "publish: {keep: 1001}", 1, 17, .badSetting,
      "`publish.keep` must be a whole number from 0 to 1000, not “1001”"),
    Case(
      "expect:\n  - [a]", 2, 5, .badSetting, "`expect` must be one word, not a list or mapping",
      "known: `subscriptions`, `invoices`"),
    Case(
      "site: {language: ../x}", 1, 18, .badSetting, "`site.language` must be a language tag",
      "for example `en` or `pt-BR`"),
    Case(
      "site: {pages: {apps: maybe}}", 1, 22, .badSetting,
      "`site.pages.apps` must be on or off, not “maybe”"),
    Case(
      "waivers:\n  - {rule: over-assigned, subject: a, owner: b, expires: 2026-01-01}", 2, 5,
      .badSetting, "an entry of `waivers` needs `reason`"),
    Case("output: [a]", 1, 9, .badSetting, "`output` must be text"),
    Case(
      "a: [1", 1, 6, .unreadable, "while parsing a flow sequence: did not find expected ',' or ']'"),
    Case("- a", 1, 1, .badSetting, "the file must hold `key: value` lines"),
  ])
  func saysWhatWhereAndWhatToDo(_ example: Case) throws {
    let problems = SettingsTests.parse(example.text).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message == example.message)
    #expect(problem.help == example.help)
    #expect(problem.rule == example.rule)
    #expect(problem.line == example.line)
    #expect(problem.column == example.column)
  }

  @Test func allProblemsComeAtOnceInTheOrderOfTheFile() {
    let parsed = SettingsTests.parse("x: 1\nas_of: x\noutput: site\nsite: {y: 1, title: T}\n")
    #expect(parsed.problems.map(\.line) == [1, 2, 4])
    #expect(parsed.settings.output == "site")
    #expect(parsed.settings.site.title == "T")
  }
}
