import FoundationEssentials
import JSONReading
import Liquid
import Reporting

@testable import Rendering

/// What the pages of a site really give their templates, by kind of page: the shapes that were seen.
///
/// Every template of the theme is replaced by one that prints all its values as JSON.
struct SeenShapes {
  private(set) var byKind: [String: ValueShape] = [:]

  init(_ sites: [TestSite]) throws {
    let theme = try Theme(
      files: Self.templates, language: "en", asOf: TestSite.day("2026-01-31"))
    for site in sites {
      for (path, text) in try site.rendered(theme) where path.hasSuffix(".html") {
        try add(text)
      }
      // A report without a page.
      let export = try Site(site.input, theme: theme).markdown(
        of: site.input.basis.report(.userExport))
      try add(String(String(decoding: export, as: UTF8.self).drop { $0 != "{" }))
    }
  }

  private mutating func add(_ text: String) throws {
    let json = try JSONValue(parsing: Array(text.utf8))
    guard case .object(let members) = json else { return }
    let kind = Self.kind(members)
    let shape = Self.shape(json)
    byKind[kind] = byKind[kind].map { Self.merged($0, shape) } ?? shape
  }

  private static let templates: [ThemeFile] = {
    let roots = SiteContext.templateNames + ["site", "page"]
    let fields = roots.map { "\"\($0)\":{{ \($0) | json | raw }}" }.joined(separator: ",")
    let page = "---\nlayout: none\n---\n{\(fields)}"
    let report = "---\nlayout: none\n---\n{% html 'partials/all.html' %}\n"
    return Theme.defaultFiles.compactMap { file in
      if file.path.hasPrefix("reports/"), file.path != "reports/export-users.md" {
        return ThemeFile(path: file.path, bytes: Array(report.utf8))
      }
      let folders = ["pages/", "details/", "reports/"]
      guard folders.contains(where: { file.path.hasPrefix($0) }) else { return nil }
      return ThemeFile(path: file.path, bytes: Array(page.utf8))
    } + [ThemeFile(path: "partials/all.html", bytes: Array("{\(fields)}".utf8))]
  }()

  /// `product`, or `report users`.
  private static func kind(_ members: [JSONValue.Member]) -> String {
    func text(_ root: String, _ field: String) -> String {
      guard case .object(let fields)? = members.first(where: { $0.key == root })?.value,
        case .string(let text)? = fields.first(where: { $0.key == field })?.value
      else { return "" }
      return text
    }
    let kind = text("page", "kind")
    return kind == "report" ? "report " + text("report", "name") : kind
  }

  private static func shape(_ json: JSONValue) -> ValueShape {
    switch json {
    case .null: return .unknown
    case .flag, .string, .number: return .plain
    case .array(let items):
      return .list(items.map(shape).reduce(.unknown, merged))
    case .object(let members):
      guard members.map(\.key) != ["amount", "currency"] else { return .plain }
      return .record(
        Dictionary(uniqueKeysWithValues: members.map { ($0.key, shape($0.value)) }))
    }
  }

  /// Both together: what is null in one page may be something in another.
  private static func merged(_ left: ValueShape, _ right: ValueShape) -> ValueShape {
    switch (left, right) {
    case (.unknown, let shape), (let shape, .unknown): shape
    case (.list(let left), .list(let right)): .list(merged(left, right))
    case (.record(let left), .record(let right)):
      .record(left.merging(right, uniquingKeysWith: merged))
    default: left
    }
  }
}
