public import Diagnostics
import Ingest

/// What `validate --format junit` prints: JUnit's XML, as CI systems read it.
///
/// A suite is a rule, a test case one of its findings; a rule without findings is one case that passes.
/// A finding fails when it makes `validate` end with 1, is skipped when it is waived, and otherwise
/// passes with its text as output.
public enum ValidationJUnit {
  /// Hands out the run as bytes, suite after suite. A finding fails from the severity `limit` on, with
  /// nil none does.
  public static func write<E>(
    _ run: CheckedRun, failingFrom limit: Severity?, to output: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    let findings = Dictionary(grouping: run.findings.map(\.finding), by: \.rule)
    let suites = run.catalog.all.map { rule in
      Suite(rule: rule, findings: findings[rule.id] ?? [], limit: limit)
    }
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    let skipped = suites.reduce(0) { $0 + $1.skipped }
    try output(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="billfold" tests="\(tests)" failures="\(failures)" errors="0" \
        skipped="\(skipped)">

        """.utf8))
    for suite in suites { try output(Array(suite.text(run.catalog).utf8)) }
    try output(Array("</testsuites>\n".utf8))
  }
}

/// The findings of one rule.
private struct Suite {
  let rule: RuleDocumentation
  let findings: [Finding]
  let limit: Severity?

  var tests: Int { max(1, findings.count) }
  var failures: Int { findings.count { isFailure($0) } }
  var skipped: Int { findings.count { $0.waiver != nil } }

  private func isFailure(_ finding: Finding) -> Bool {
    guard finding.waiver == nil, let limit else { return false }
    return finding.severity >= limit
  }

  func text(_ catalog: RuleCatalog) -> String {
    var text =
      "  <testsuite name=\"\(rule.id)\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n"
    if findings.isEmpty {
      text += "    <testcase classname=\"billfold\" name=\"\(XML.escaped(rule.title))\"/>\n"
    }
    for finding in findings { text += testCase(finding, catalog) }
    return text + "  </testsuite>\n"
  }

  private func testCase(_ finding: Finding, _ catalog: RuleCatalog) -> String {
    let place = finding.location
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    let name = (finding.subject.map { "\($0.id) " } ?? "") + "(\(place.file)\(position))"
    let message = catalog.message(of: finding)
    let told = "\(place.file)\(position): \(finding.severity.rawValue): \(message)\n"
    let help = catalog.help(of: finding)
    let details = XML.escaped(told, keepingLines: true) + XML.escaped(help)
    let inside =
      if let waiver = finding.waiver {
        "<skipped message=\"\(XML.escaped("waived: " + waiver))\"/>"
      } else if isFailure(finding) {
        "<failure type=\"\(finding.severity.rawValue)\" message=\"\(XML.escaped(message))\">\(details)</failure>"
      } else {
        "<system-out>\(details)</system-out>"
      }
    return """
          <testcase classname="\(XML.escaped(place.file))" name="\(XML.escaped(name))">\(inside)</testcase>

      """
  }
}

/// Text inside XML.
private enum XML {
  /// The text with marks escaped, and with what XML may not hold as visible pictures.
  static func escaped(_ text: String, keepingLines: Bool = false) -> String {
    let lines =
      keepingLines ? text.split(separator: "\n", omittingEmptySubsequences: false) : [text[...]]
    return lines.map { line in
      VisibleText.line(String(line)).reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.append(character)
        }
      }
    }.joined(separator: "\n")
  }
}
