import CalendarDates
import Configuration
import Diagnostics
import ExactNumbers
import Testing

struct SettingsTests {
  static let vocabulary = SettingsVocabulary(
    rules: [
      .init(id: "bad-date", lowestSeverity: .error),
      .init(id: "over-assigned"),
      .init(id: "license-of-inactive-user", thresholds: ["days"]),
      .init(id: "lifecycle-overdue", thresholds: ["expired_days"], takesProducts: true),
      .init(id: "line-total", takesTolerance: true),
    ],
    tables: ["subscriptions", "invoices"], pages: ["apps", "users"])

  static func parse(_ text: String, folder: String = "") -> ParsedSettings {
    Settings.parse(Array(text.utf8), folder: folder, vocabulary: vocabulary)
  }

  @Test func readsEverySetting() throws {
    let parsed = Self.parse(
      """
      inputs:
        - exports
        - path: /data/old.csv
          pick: last
          format: partner-center
          delimiter: ";"
          encoding: windows-1252
          decimal: ","
          dates: dmy
        - {path: ./a.txt, delimiter: tab}
      expect: [subscriptions, invoices]
      output: site
      templates: ../theme
      history: runs.sqlite
      as_of: 2026-01-31
      rules:
        over-assigned: {severity: violation}
        license-of-inactive-user:
          days: 60
        lifecycle-overdue: {products: [{product: "CFQ7*", expired_days: 90}]}
        line-total: {tolerance: 0.01}
      regions: [Sweden, "Western Europe"]
      waivers:
        - rule: over-assigned
          subject: sub-1
          owner: Ada
          reason: migration
          expires: 2026-06-30
      site:
        title: Contoso billing
        language: sv
        pages: {apps: off, users: on}
        rows_per_page: 50
      publish:
        keep: 3
        run: [rsync, -a]
        compress: [gz]
      limits: {expanded_bytes: 1000000000, ratio: 500}
      mappings: formats
      """, folder: "/etc/billfold")
    #expect(parsed.problems == [])
    let settings = parsed.settings
    var old = InputSettings(path: "/data/old.csv")
    old.pick = .last
    old.format = "partner-center"
    old.formatPlace = settings.inputs[1].formatPlace
    old.delimiter = .semicolon
    old.encoding = .windows1252
    old.decimal = .comma
    old.dates = .dayMonthYear
    var text = InputSettings(path: "/etc/billfold/a.txt")
    text.delimiter = .tab
    #expect(settings.inputs == [InputSettings(path: "/etc/billfold/exports"), old, text])
    #expect(settings.expect == ["subscriptions", "invoices"])
    #expect(settings.output == "/etc/billfold/site")
    #expect(settings.templates == "/etc/billfold/../theme")
    #expect(settings.history == "/etc/billfold/runs.sqlite")
    #expect(settings.limits.expandedBytes == 1_000_000_000)
    #expect(settings.limits.ratio == 500)
    #expect(settings.asOf == CalendarDate("2026-01-31"))
    #expect(settings.settings(ofRule: "over-assigned")?.severity == .violation)
    #expect(
      settings.settings(ofRule: "license-of-inactive-user")?.threshold("days") == 60)
    let groups = settings.settings(ofRule: "lifecycle-overdue")?.products ?? []
    #expect(groups.map(\.product) == ["CFQ7*"])
    #expect(groups.first?.thresholds.map { "\($0.name) \($0.value)" } == ["expired_days 90"])
    #expect(settings.settings(ofRule: "line-total")?.tolerance?.description == "0.01")
    #expect(settings.regions == ["Sweden", "Western Europe"])
    #expect(settings.waivers.map(\.owner) == ["Ada"])
    #expect(settings.waivers.first?.expires == CalendarDate("2026-06-30"))
    #expect(settings.waivers.map { [$0.line, $0.column] } == [[28, 14]])
    #expect(settings.site.title == "Contoso billing")
    #expect(settings.site.language == "sv")
    #expect(settings.site.pagesOff == ["apps"])
    #expect(settings.site.rowsPerPage == 50)
    #expect(settings.publish.keep == 3)
    #expect(settings.publish.run == ["rsync", "-a"])
    #expect(settings.publish.compress == [.gz])
    #expect(settings.mappings == "/etc/billfold/formats")
  }

  @Test(arguments: [1, 2, 9, 1001, Int.max])
  func everyWholeNumberOfRowsMakesAPage(rows: Int) {
    let parsed = Self.parse("site: {rows_per_page: \(rows)}")
    #expect(parsed.problems == [])
    #expect(parsed.settings.site.rowsPerPage == rows)
  }

  @Test func whatDoesNothingYetIsListed() {
    let parsed = Self.parse(
      "history: h\ninputs:\n  - path: a\n    dates: ymd\n  - path: b\n    dates: dmy\npublish:\n  keep: 1"
    )
    #expect(parsed.problems == [])
    #expect(parsed.unsupported.map(\.key) == ["history", "publish.keep"])
    #expect(parsed.unsupported.map(\.line) == [1, 8])
    #expect(parsed.unsupported.map(\.column) == [1, 3])
  }

  @Test(arguments: ["", "# nothing\n", "inputs:\nsite:\nrules:\n", "site: {title: }"])
  func emptyFilesGiveTheDefault(text: String) {
    let parsed = Self.parse(text)
    #expect(parsed.settings == Settings.default)
    #expect(parsed.problems == [])
  }

  @Test(arguments: [
    ("exports", "", "exports"), ("exports", ".", "exports"), ("./exports", "conf", "conf/exports"),
    ("/abs", "conf", "/abs"), ("../x", "conf", "conf/../x"), (".", "conf", "conf"),
    ("x", "/", "/x"),
    ("./", "", "."), (".//x", "a/", "a/x"), (".hidden", "a", "a/.hidden"),
  ])
  func pathsAreRelativeToTheFile(path: String, folder: String, expected: String) {
    #expect(Settings.resolve(path, in: folder) == expected)
  }
}
