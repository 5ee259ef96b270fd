/// Prints findings as compilers do, for people.
///
///     subscriptions.csv:14:18: warning[over-assigned]: 27 licences are assigned, 25 were bought
///        14 | SUB-9,CFQ7TTC0HDB0,25,12.50,USD
///           |                    ^^ quantity
///       help: buy 2 more licences, or take them from people who do not need them
///
/// Everything that comes from a file is made harmless first (`VisibleText`).
public struct FindingTextPrinter: Sendable {
  /// How the text is dressed.
  public enum Style: Sendable {
    /// Nothing but text.
    case plain
    /// Colours of a terminal.
    case color
  }

  private let catalog: RuleCatalog
  private let style: Style
  private let limit: Int

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - catalog: what the rules say.
  ///   - style: how the text is dressed.
  ///   - limitPerRule: how many findings of one rule are shown; the rest is counted.
  public init(catalog: RuleCatalog, style: Style = .plain, limitPerRule: Int = 20) {
    self.catalog = catalog
    self.style = style
    limit = limitPerRule
  }

  /// Prints findings in the order given, what was left out of each rule, and the counts.
  ///
  /// - Parameters:
  ///   - findings: the findings, in printing order.
  ///   - excerpt: gives the line that the finding at a place among them points at; asked only for
  ///     those that are shown.
  ///   - output: where the text goes.
  public func print(
    _ findings: some Sequence<Finding>, excerpt: (Int) -> Excerpt?,
    to output: inout some TextOutputStream
  ) {
    var counts = FindingCounts()
    var perRule: [RuleID: Int] = [:]
    for (place, finding) in findings.enumerated() {
      counts.add(finding)
      perRule[finding.rule, default: 0] += 1
      guard perRule[finding.rule, default: 0] <= limit else { continue }
      output.write(text(finding, excerpt: finding.location.line == nil ? nil : excerpt(place)))
    }
    for rule in perRule.keys.sorted() {
      let more = perRule[rule, default: 0] - limit
      if more > 0 { output.write(dressed("… and \(more) more of \(rule)", Self.dim) + "\n") }
    }
    output.write("\(counts)\n")
  }

  /// One finding as text, ending in a line break.
  public func text(_ finding: Finding, excerpt: Excerpt?) -> String {
    let shown = finding.shortened(to: 80)
    var text = headline(shown) + "\n"
    if let excerpt, let line = finding.location.line {
      let lines = excerpt.lines()
      let number = String(line)
      let width = max(5, number.utf8.count)
      let blank = String(repeating: " ", count: width)
      text += dressed(blank.dropLast(number.utf8.count) + number + " |", Self.dim)
      text += " " + lines.text + "\n"
      text += dressed(blank + " |", Self.dim) + " " + dressed(lines.carets, Self.bold) + "\n"
    }
    let help = catalog.help(of: shown)
    if !help.isEmpty { text += "  " + dressed("help:", Self.bold) + " " + help + "\n" }
    return text
  }
}

extension FindingTextPrinter {
  private func headline(_ finding: Finding) -> String {
    let place = finding.location
    let parts =
      [VisibleText.line(place.file)]
      + [place.line, place.column].compactMap { $0 }.map(String.init)
    let rule = "\(finding.severity.rawValue)[\(finding.rule)]"
    let waived = finding.waiver.map { " (waived: \($0))" } ?? ""
    return dressed(parts.joined(separator: ":") + ":", Self.bold) + " "
      + dressed(rule, color(of: finding.severity)) + ": " + catalog.message(of: finding) + waived
  }

  private static let bold = "1"
  private static let dim = "2"

  private func color(of severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .violation: "31"
    case .warning: "33"
    case .note: "36"
    }
  }

  private func dressed(_ text: some StringProtocol, _ code: String) -> String {
    style == .plain ? String(text) : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Finding {
  /// The finding with texts from files made harmless and cut to a length that people read.
  fileprivate func shortened(to length: Int) -> Finding {
    func short(_ text: String) -> String { VisibleText.line(text, upTo: length) }
    return Finding(
      rule: rule, severity: severity, location: location, subject: subject,
      value: value.map(short), variant: variant,
      facts: facts.map { Fact($0.name, short($0.value)) }, waiver: waiver.map(short))
  }
}
