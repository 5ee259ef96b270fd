/// Follows every `href` and `src` of a site's pages, and every anchor behind `#`.
struct LinkCheck {
  private(set) var dead: [String] = []

  /// `also` are the forms of `data/` files that another stage writes, as it does the records in
  /// quarantine.
  init(_ pages: [String: String], also forms: [String]) {
    let anchors = pages.mapValues { Set(Self.values(of: ["id"], in: $0)) }
    for (path, html) in pages.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
      for link in Self.values(of: ["href", "src"], in: html)
      where !Self.isAdminCenter(link) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : Self.resolve(String(parts[0]), from: path)
        let isData = forms.contains { target.hasPrefix("data/") && target.hasSuffix("." + $0) }
        let isRecords =
          target.hasPrefix("quarantine/") && (target.hasSuffix(".csv") || target.hasSuffix(".raw"))
        guard !isData, !isRecords else { continue }
        guard let known = anchors[target] else {
          dead.append("\(path): \(link)")
          continue
        }
        if parts.count == 2, !known.contains(String(parts[1])) { dead.append("\(path): \(link)") }
      }
    }
  }

  /// A page of the admin center: nothing is loaded from there, people go there.
  static func isAdminCenter(_ link: String) -> Bool {
    link.hasPrefix("https://go.microsoft.com/fwlink/p/?linkid=")
  }

  /// The values of attributes in the order of the text, entities resolved.
  static func values(of names: [String], in html: String) -> [String] {
    var values: [String] = []
    for name in names {
      for part in html.components(after: " \(name)=\"") {
        let value = part.prefix { $0 != "\"" }
        values.append(String(value).replacing("&amp;", with: "&").replacing("&#39;", with: "'"))
      }
    }
    return values
  }

  private static func resolve(_ link: String, from path: String) -> String {
    var folders = path.split(separator: "/").dropLast().map { String($0) }
    for part in link.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." {
        if folders.popLast() == nil { return "outside the site" }
      } else {
        folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }
}

extension String {
  /// What stands behind each place of a text.
  func components(after mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      parts.append(rest)
    }
    return parts
  }
}

extension Substring {
  /// What stands before the first place of a text; nil without one.
  func components(before mark: String) -> String? {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) }
  }
}
