import Foundation
import TestSupport
import Testing

/// Findings as SARIF and as JUnit's XML.
struct PrintedFormatsTests {
  private static let configuration = """
    waivers:
      - {rule: duplicate-license, subject: '*', owner: Ada, reason: 'a & b < "c"', expires: 2027-01-01}
      - {rule: over-assigned, subject: X, owner: Bo, reason: old, expires: 2026-01-01}
    """

  private static func run(_ format: String, _ more: [String] = []) throws -> Billfold.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(configuration, to: "billfold.yaml")
    return try Billfold.run(
      [
        "validate", Billfold.sample, "-c", folder.path(of: "billfold.yaml"), "--as-of",
        "2026-01-31", "--format", format,
      ] + more)
  }

  @Test func sarifKeepsTheSchema() throws {
    let log = try JSON(try Self.run("sarif").bytes)
    #expect(SARIFShape.log.problems(log) == [])
    let run = try #require(log["runs"].elements.first)
    let found = try JSON(try Self.run("json").bytes)["findings"].elements
    let results = run["results"].elements
    #expect(results.count == found.count)
    let rules = run["tool"]["driver"]["rules"].elements.map { $0["id"].string }
    for (result, finding) in zip(results, found) {
      #expect(result["ruleId"].string == finding["rule"].string)
      #expect(rules[result["ruleIndex"].int ?? 0] == finding["rule"].string)
      let region = result["locations"].elements.first?["physicalLocation"]["region"]
      #expect(region?["startLine"].int == finding["line"].int)
      #expect(
        (result["suppressions"].elements.isEmpty ? "false" : "true") == finding["waived"].cell)
    }
    #expect(results.contains { !$0["suppressions"].elements.isEmpty })
    #expect(results.contains { $0["ruleId"].string == "waiver-expired" })
  }

  @Test func columnsCountCharactersAndPathsAreURIs() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "user_principal_name,display_name,created_on\na@x.example,Åsa 請求,2026-13-01\n",
      to: "in/Nutzer 2026 (übrig).csv")
    let outcome = try Billfold.run(
      ["validate", folder.path(of: "in"), "--as-of", "2026-01-31", "--format", "sarif"])
    let results = try JSON(outcome.bytes)["runs"].elements.first?["results"].elements ?? []
    let place = results.first?["locations"].elements.first?["physicalLocation"]
    #expect(place?["artifactLocation"]["uri"].string == "Nutzer%202026%20%28%C3%BCbrig%29.csv")
    #expect(place?["region"]["startColumn"].int == 20)
    #expect(place?["region"]["endColumn"].int == 30)
  }

  @Test(arguments: ["error", "violation", "warning", "never"])
  func junitFailsWhatMakesTheRunFail(level: String) throws {
    let outcome = try Self.run("junit", ["--fail-on", level])
    let document = try XMLText(outcome.bytes)
    let found = try JSON(try Self.run("json").bytes)["findings"].elements
    let severities = ["error", "violation", "warning", "note"]
    let failing = severities.prefix { $0 != level } + (level == "never" ? [] : [level])
    let expected =
      level == "never"
      ? 0
      : found.count { finding in
        failing.contains(finding["severity"].string ?? "") && finding["waived"].cell == "false"
      }
    #expect(document.count(of: "failure") == expected)
    #expect(document.count(of: "skipped") == found.count { $0["waived"].cell == "true" })
    #expect(document.attributes["testsuites"]?.first?["failures"] == "\(expected)")
    #expect(
      document.count(of: "testcase")
        == Int(document.attributes["testsuites"]?.first?["tests"] ?? ""))
    #expect(outcome.code == (expected > 0 ? 1 : 0))
    let reasons = document.attributes["skipped"]?.compactMap { $0["message"] } ?? []
    #expect(Set(reasons) == ["waived: Ada: a & b < \"c\" (until 2027-01-01)"])
  }
}

/// The elements of a small XML document, read with no more than is needed here; a text that is not
/// well-formed throws.
struct XMLText {
  struct NotWellFormed: Error {
    let place: String
  }

  /// The attributes of all elements, by name.
  private(set) var attributes: [String: [[String: String]]] = [:]

  func count(of name: String) -> Int { attributes[name]?.count ?? 0 }

  init(_ bytes: [UInt8]) throws {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    var open: [Substring] = []
    while let start = rest.firstIndex(of: "<") {
      try Self.check(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        throw NotWellFormed(place: "\(rest)")
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { throw NotWellFormed(place: "\(tag)") }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      let inside = isEmpty ? tag.dropLast() : tag
      let name = inside.prefix { $0 != " " }
      attributes[String(name), default: []].append(try Self.pairs(inside.dropFirst(name.count)))
      if !isEmpty { open.append(name) }
    }
    guard open.isEmpty else { throw NotWellFormed(place: "\(open)") }
  }

  private static func pairs(_ text: Substring) throws -> [String: String] {
    var result: [String: String] = [:]
    for match in text.matches(of: /\s([a-z]+)="([^"<]*)"/) {
      try check(match.2)
      var value = String(match.2)
      for (entity, mark) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("amp", "&")] {
        value = value.replacing("&\(entity);", with: mark)
      }
      result[String(match.1)] = value
    }
    return result
  }

  /// Every ampersand begins one of the four entities, and no character is one that XML forbids.
  private static func check(_ text: Substring) throws {
    let bare = text.replacing(/&(amp|lt|gt|quot);/, with: "")
    let isAllowed = bare.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    guard !bare.contains("&"), isAllowed else { throw NotWellFormed(place: String(text)) }
  }
}
