import FoundationEssentials
import Liquid
import TemplateData
import Testing

/// The cases of Golden Liquid, which is what all implementations of the language are held against.
///
/// They stand beside the checkout (`../shared/data/liquid/cases.json`); without them nothing is run.
struct ConformanceTests {
  /// Cases that come out otherwise here, by name, and why.
  static let exceptions: [String: Comment] = [:]

  @Test(.enabled(if: GoldenCase.isPresent, "../shared/data/liquid is not there"))
  func theFileHasItsCases() {
    #expect(GoldenCase.all.count >= 500)
    let names = Set(GoldenCase.all.map(\.name))
    #expect(Self.exceptions.keys.filter { !names.contains($0) } == [])
    #expect(Self.exceptions.count * 50 < names.count)
  }

  @Test(
    .enabled(if: GoldenCase.isPresent, "../shared/data/liquid is not there"),
    arguments: GoldenCase.all)
  func goldenCase(_ golden: GoldenCase) {
    guard let reason = Self.exceptions[golden.name] else { return golden.check() }
    withKnownIssue(reason) { golden.check() }
  }
}

/// One case: a template with data and partials, and what it prints, or that it is refused.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let data: Record
  let partials: [String: String]
  /// What may be printed; nil when the template is to be refused.
  let results: [String]?

  var testDescription: String { name }

  static let path = "../shared/data/liquid/cases.json"
  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  /// All cases of the file; none when it is not there or not readable (then a test fails).
  static let all: [GoldenCase] = {
    guard let data = FileManager.default.contents(atPath: path),
      let json = try? JSONValues.value(of: Array(data)),
      case .list(let tests) = json.field("tests")
    else { return [] }
    return tests.compactMap(GoldenCase.init)
  }()

  init?(_ value: Value) {
    guard let name = value.field("name")?.plainText,
      let template = value.field("template")?.plainText
    else { return nil }
    self.name = name
    self.template = template
    data = if case .record(let record) = value.field("data") { record } else { [:] }
    var partials: [String: String] = [:]
    if case .record(let record) = value.field("templates") {
      for key in record.keys { partials[key] = record[key]?.plainText }
    }
    self.partials = partials
    results =
      switch (value.field("result"), value.field("results")) {
      case (.text(let text), _): [text]
      case (_, .list(let texts)): texts.compactMap(\.plainText)
      default: nil
      }
  }

  /// Lists and records of a tree and those that hold their values are the same to a template.
  func check() {
    check(data)
    check(data.plain)
  }

  private func check(_ data: Record) {
    var environment = Environment()
    environment.partial = { [partials] name in partials[name].map { .source($0) } }
    do {
      let parsed = try Template(parsing: template, name: "case", in: environment)
      let output = try parsed.render(data)
      guard let results else {
        Issue.record("printed \(output.debugDescription), should be refused\n\(template)")
        return
      }
      #expect(results.contains(output), "\(template)")
    } catch {
      if results != nil { Issue.record("\(error)") }
      #expect(error.line >= 1 && error.column >= 1)
    }
  }
}
