import TestSupport
import Testing

/// `billfold check`: a theme, without data.
struct CheckCommandTests {
  private static func theme() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("---\norder: 9\n---\n{{ report.cuont }}\n", to: "mine/reports/users.md")
    try folder.write("<p>\n\t{{ 'ui.rwos' | t }}</p>", to: "mine/pages/rule.html")
    try folder.write("x", to: "mine/partials/old.html")
    return folder
  }

  @Test func builtInThemeIsFine() throws {
    let outcome = try Billfold.run(["check"])
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasSuffix(" files, 0 errors, 0 warnings\n"))
    #expect(outcome.output.split(separator: "\n").count == 1, "\(outcome.output)")
  }

  @Test func problemsArePrintedAsCompilersDo() throws {
    let folder = try Self.theme()
    let outcome = try Billfold.run(["check", "mine"], folder: folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        mine/pages/rule.html:2:5: error: 't': there is no phrase 'ui.rwos' (did you mean 'ui.rows'?)
            2 | ␉{{ 'ui.rwos' | t }}</p>
              | ␉   ^^^^^^^^^
        mine/partials/old.html: warning: no template uses this partial
        mine/reports/users.md:4:11: error: unknown property 'cuont' (did you mean 'count'?)
            4 | {{ report.cuont }}
              |           ^^^^^
        3 files, 2 errors, 1 warning

        """)
  }

  @Test func allErrorsOfATemplateAndTheNamesOfLinksAreShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\norder: 9\n---\n{{ report.count | nosuch }}\n{% if report.count = 1 %}x{% endif %}\n{% for x in report.rows %}\n",
      to: "mine/reports/users.md")
    try folder.write(
      """
      places:
        users: {menu: {mars: Users}}
      rules:
        bad-dat: [users]
        bad-date: [user]
      reports:
        user: [users]

      """, to: "mine/links.yaml")
    let outcome = try Billfold.run(["check", "mine"], folder: folder.path)
    #expect(outcome.code == 4)
    #expect(
      outcome.output == """
        mine/links.yaml:2:18: error: there is no cloud 'mars', only worldwide, germany, 21vianet
            2 |   users: {menu: {mars: Users}}
              |                  ^^^^
        mine/links.yaml:4:3: warning: there is no rule 'bad-dat' (did you mean 'bad-date'?)
            4 |   bad-dat: [users]
              |   ^^^^^^^
        mine/links.yaml:5:14: error: there is no place 'user' (did you mean 'users'?)
            5 |   bad-date: [user]
              |              ^^^^
        mine/links.yaml:7:3: warning: there is no report 'user' (did you mean 'users'?)
            7 |   user: [users]
              |   ^^^^
        mine/reports/users.md:4:19: error: unknown filter 'nosuch'
            4 | {{ report.count | nosuch }}
              |                   ^^^^^^
        mine/reports/users.md:5:20: error: expected an operator, 'and', 'or' or the end, found '='
            5 | {% if report.count = 1 %}x{% endif %}
              |                    ^
          help: write == to compare; = stands in {% assign %} only
        mine/reports/users.md:6:4: error: 'for' is not closed by 'endfor'
            6 | {% for x in report.rows %}
              |    ^^^
          help: write {% endfor %} where the 'for' ends
        2 files, 5 errors, 2 warnings

        """)
  }

  @Test func folderOfTheConfigurationIsChecked() throws {
    let folder = try Self.theme()
    try folder.write("templates: mine\n", to: "billfold.yaml")
    let outcome = try Billfold.run(["check", "-c", "billfold.yaml"], folder: folder.path)
    #expect(outcome.code == 4)
    #expect(outcome.output.hasSuffix("3 files, 2 errors, 1 warning\n"))
  }

  @Test func warningsAloneEndWithZero() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "partials/old.html")
    let outcome = try Billfold.run(["check", folder.path])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasSuffix("1 file, 0 errors, 1 warning\n"))
  }

  @Test func folderThatIsNotThereIsNamed() throws {
    let outcome = try Billfold.run(["check", "nowhere"])
    #expect(outcome.code == 4)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errors == "nowhere: error: there is no folder of templates here\n")
  }
}
