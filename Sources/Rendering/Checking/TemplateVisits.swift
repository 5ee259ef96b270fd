internal import Liquid
internal import Reporting

/// Goes through all templates of a theme as the site does: each kind of page, its layout, and their
/// partials with what they are given.
struct TemplateVisits {
  /// One way in which a template is used.
  private struct Visit: Hashable {
    let template: String
    /// The kind of page; nil for a template that no page uses.
    let kind: String?
    var variables: [String: ValueShape] = [:]
  }

  /// What was found in each visit.
  private(set) var reviews: [TemplateReview] = []
  /// The templates that some page uses.
  private(set) var reached: Set<String> = []
  private let templates: TemplateSet
  private let globals: [String: [String: ValueShape]]
  private var seen: Set<Visit> = []
  private var open: [Visit] = []

  init(_ templates: TemplateSet, _ schema: TemplateSchema) {
    self.templates = templates
    globals = Dictionary(uniqueKeysWithValues: schema.kinds.map { ($0, schema.globals(of: $0)) })
    for kind in schema.kinds {
      for name in Self.templates(of: kind) {
        add(Visit(template: name, kind: kind))
        if let layout = templates.matter(name).layout { add(Visit(template: layout, kind: kind)) }
      }
    }
    visitAll()
    reached = Set(seen.map(\.template))
    for name in templates.names where !reached.contains(name) {
      add(Visit(template: name, kind: nil))
    }
    visitAll()
  }

  /// The templates that pages of a kind begin with.
  static func templates(of kind: String) -> [String] {
    if kind.hasPrefix("report ") {
      let name = kind.dropFirst("report ".count)
      return ["reports/\(name).md", "pages/report.html", "pages/standalone.html"]
    }
    return [DetailKind(rawValue: kind) == nil ? "pages/\(kind).html" : "details/\(kind).html"]
  }

  /// More ways than this to use a theme's templates are not gone through.
  private static let limit = 20_000

  private mutating func add(_ visit: Visit) {
    guard seen.count < Self.limit else { return }
    if seen.insert(visit).inserted { open.append(visit) }
  }

  private mutating func visitAll() {
    while let visit = open.popLast() {
      guard let template = templates.template(visit.template) else { continue }
      let review = template.review(
        globals: visit.kind.flatMap { globals[$0] }, variables: visit.variables)
      reviews.append(review)
      for use in review.partials {
        guard let name = use.name else { continue }
        add(Visit(template: name, kind: visit.kind, variables: use.variables))
      }
      for call in review.calls where call.isHTMLTag {
        guard let name = call.positional.first?.text else { continue }
        add(Visit(template: name, kind: visit.kind))
      }
    }
  }
}

extension TemplateCall {
  /// True for `{% html 'partials/x.html' %}`.
  var isHTMLTag: Bool { name == "html" && input == nil }
}
