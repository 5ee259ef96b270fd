internal import Liquid
internal import Reporting

extension SiteEnvironment {
  /// `url`: the link to a path of the site; `href`: that to the thing of a kind and this id, nil
  /// without a page; `asset`: that to a file of the theme; `link_to`: a link
  /// around a text, to the thing of that kind and id.
  static var linkFilters: [String: Filter] {
    [
      "url": Filter { value, _ throws(Problem) in
        guard case .text(let path) = value else { return .nil }
        return Value(try scope().link(path))
      },
      "asset": Filter { value, _ throws(Problem) in
        guard case .text(let name) = value else {
          throw .wrongKind("something else", expected: "the name of a file in assets/")
        }
        let scope = try scope()
        guard let path = scope.site.assetPath(name) else {
          throw .other("the theme has no file assets/\(name)")
        }
        return Value(scope.link(path))
      },
      "href": Filter(1...1) { value, arguments throws(Problem) in
        guard case .text(let id) = value, case .text(let kind) = arguments[0] else { return .nil }
        let scope = try scope()
        return Value(scope.link(try path(kind, id, scope)))
      },
      "link_to": Filter(2...2) { value, arguments throws(Problem) in
        try linked(value, arguments)
      },
    ]
  }

  private static func linked(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let scope = try scope()
    guard case .text(let label) = value else { return value }
    guard case .text(let kind) = arguments[0] else {
      throw .wrongKind("something else", expected: "a kind of page in quotes")
    }
    guard case .text(let id) = arguments[1], let target = scope.link(try path(kind, id, scope))
    else { return value }
    let escaped = arguments.escaping.escaped(label)
    guard arguments.escaping == .html else { return .markup("[\(escaped)](<\(target)>)") }
    return .markup(HTMLText.link(escaped, to: target))
  }

  private static func path(
    _ kind: String, _ id: String, _ scope: PageScope
  ) throws(Problem) -> String? {
    if let kind = DetailKind(rawValue: kind) { return scope.site.links.detail(kind, id) }
    switch kind {
    case "rule": return scope.site.links.rule(id)
    case "report": return ReportName(rawValue: id).flatMap { scope.site.links.report($0) }
    case "page": return scope.site.links.list(id)
    default: throw .other("there are no pages of the kind “\(kind)”")
    }
  }
}
