import Diagnostics
import Testing

@Suite struct FindingTextPrinterTests {
  static let documentation = RuleDocumentation(
    id: RuleID("over-assigned"), severity: .warning, title: "More licences than were bought",
    reason: "R48", source: "R48",
    messages: ["{assigned} licences are assigned, {value} were bought", "{name} is over"],
    help: "buy {missing} more", bad: "a\n", good: "b\n")
  static let catalog = RuleCatalog([documentation])

  private func finding(
    line: Int? = 14, column: Int? = 6, value: String? = "25", variant: Int = 0,
    facts: [Fact] = [Fact("assigned", "27"), Fact("missing", "2")], waiver: String? = nil,
    file: String = "subscriptions.csv"
  ) -> Finding {
    Finding(
      rule: RuleID("over-assigned"), severity: .warning,
      location: SourceLocation(file: file, line: line, column: column), value: value,
      variant: variant, facts: facts, waiver: waiver)
  }

  private func printed(
    _ finding: Finding, _ excerpt: Excerpt? = nil, style: FindingTextPrinter.Style = .plain
  ) -> String {
    FindingTextPrinter(catalog: Self.catalog, style: style).text(finding, excerpt: excerpt)
  }

  @Test func aFindingIsPrintedAsACompilerDoes() {
    let excerpt = Excerpt(line: "SUB-9,25,12.50", column: 7, length: 2, label: "quantity")
    #expect(
      printed(finding(), excerpt) == """
        subscriptions.csv:14:6: warning[over-assigned]: 27 licences are assigned, 25 were bought
           14 | SUB-9,25,12.50
              |       ^^ quantity
          help: buy 2 more

        """)
  }

  @Test func aFindingAboutAFileHasNoLine() {
    #expect(
      printed(finding(line: nil, column: nil)) == """
        subscriptions.csv: warning[over-assigned]: 27 licences are assigned, 25 were bought
          help: buy 2 more

        """)
  }

  @Test func caretsStandUnderTheFieldAfterWideTextAndTabs() {
    let line = "王\té,X1,\u{1B}b"
    let text = printed(finding(), Excerpt(line: line, column: 8, length: 2))
    #expect(text.contains("   14 | 王\té,X1,␛b\n      |   \t  ^^\n"))
  }

  @Test func bytesThatAreNoTextAreShownAndMarked() {
    let line: [UInt8] = [0x61, 0x2C, 0xFF, 0xC3, 0x2C, 0x62]
    let text = printed(finding(), Excerpt(line: line, column: 3, length: 2))
    #expect(text.contains("   14 | a,<FF><C3>,b\n      |   ^^^^^^^^\n"))
  }

  @Test func anEmptyFieldAtTheEndOfTheLineIsMarked() {
    let text = printed(finding(), Excerpt(line: "a,", column: 3, length: 0))
    #expect(text.contains("   14 | a,\n      |   ^\n"))
  }

  @Test func aLongLineIsCutAroundTheField() {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let lines = printed(finding(), Excerpt(line: line, column: 501, length: 4)).split(
      separator: "\n")
    let start = lines[1].firstIndex(of: "H").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    let carets = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(start == carets)
    #expect(lines[2].hasSuffix(" ^^^^"))
    #expect(lines[1].count < 140)
    #expect(lines[1].hasSuffix("b…"))
    #expect(lines[1].hasPrefix("   14 | …a"))
  }

  @Test func aLineThatFitsIsNotCut() {
    let line = String(repeating: "a", count: 110) + ",here"
    let text = printed(finding(), Excerpt(line: line, column: 112, length: 4))
    #expect(text.contains("   14 | \(line)\n"))
  }

  @Test func aFieldLongerThanTheWindowIsMarkedAsFarAsItIsShown() {
    let text = printed(
      finding(), Excerpt(line: String(repeating: "x", count: 400), column: 1, length: 400))
    let lines = text.split(separator: "\n")
    #expect(lines[2].count(where: { $0 == "^" }) == lines[1].count(where: { $0 == "x" }))
  }

  @Test func hostileTextIsHarmless() {
    let hostile = "\u{1B}]0;owned\u{7}\r\u{202E}"
    let text = printed(
      finding(
        value: hostile, variant: 1, facts: [Fact("name", hostile), Fact("missing", "{value}")],
        file: "a\u{1B}[2J.csv"))
    #expect(
      text == """
        a␛[2J.csv:14:6: warning[over-assigned]: ␛]0;owned␇␍<U+202E> is over
          help: buy {value} more

        """)
  }

  @Test func longValuesAreCut() {
    let text = printed(
      finding(variant: 1, facts: [Fact("name", String(repeating: "n", count: 5000))]))
    #expect(text.contains(": " + String(repeating: "n", count: 80) + "… is over\n"))
  }

  @Test func aWaivedFindingSaysSo() {
    #expect(printed(finding(waiver: "Åsa: trial")).contains("were bought (waived: Åsa: trial)\n"))
  }

  @Test func coloursAreOnlyWhereTheyAreAskedFor() {
    #expect(!printed(finding()).contains("\u{1B}"))
    #expect(
      printed(finding(), style: .color).hasPrefix(
        "\u{1B}[1msubscriptions.csv:14:6:\u{1B}[0m \u{1B}[33mwarning[over-assigned]\u{1B}[0m: "))
  }

  @Test func eachRuleIsPrintedUpToItsLimitAndTheRestIsCounted() {
    let other = Finding(
      rule: RuleID("bad-date"), severity: .error, location: SourceLocation(file: "u.csv"))
    var output = ""
    var asked = 0
    FindingTextPrinter(catalog: Self.catalog, limitPerRule: 2).print(
      (1...5).map { finding(line: $0) } + [other],
      excerpt: { _ in
        asked += 1
        return nil
      }, to: &output)
    #expect(asked == 2)
    #expect(
      output == """
        subscriptions.csv:1:6: warning[over-assigned]: 27 licences are assigned, 25 were bought
          help: buy 2 more
        subscriptions.csv:2:6: warning[over-assigned]: 27 licences are assigned, 25 were bought
          help: buy 2 more
        u.csv: error[bad-date]: bad-date
        … and 3 more of over-assigned
        1 error, 5 warnings

        """)
  }
}
