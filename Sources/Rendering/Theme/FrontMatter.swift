internal import YAMLReading

/// What stands between the two lines `---` at the head of a template.
struct FrontMatter: Hashable, Sendable {
  /// The page's title instead of the wording's.
  var title: String?
  /// The page's description for search engines and readers of links.
  var description: String?
  /// The template around the page; nil for none.
  var layout: String? = "layout.html"
  /// The place in the navigation.
  var order: Int?
  /// The columns by which a report has pages in other orders.
  var orders: [String] = []
  /// The columns of a report's table, and those with bars or tracks in their cells.
  var columns: String?
  var bars: String?
  var tracks: String?
  /// The forms that a report is written in.
  var output: [String] = ["html", "md"]
  /// Where each entry stands in the file.
  var places: [String: YAMLPosition] = [:]
  /// How many lines of the file stand before the template itself.
  var lineCount = 0

  /// Splits a template's text into front matter and body.
  static func split(_ text: String, file: String) throws(ThemeError) -> (FrontMatter, String) {
    guard text.hasPrefix("---\n") else { return (FrontMatter(), text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      throw ThemeError([
        ThemeProblem(file: file, line: 1, column: 1, "the front matter is not closed by a line ---")
      ])
    }
    let yaml = lines[1..<end].joined(separator: "\n")
    var matter = try read(yaml, file: file)
    matter.lineCount = end + 1
    return (matter, lines[(end + 1)...].joined(separator: "\n"))
  }

  private static func read(_ yaml: String, file: String) throws(ThemeError) -> FrontMatter {
    let node: YAMLNode
    do throws(YAMLError) {
      node = try YAMLNode(parsing: yaml, firstLine: 2)
    } catch {
      throw ThemeError([ThemeProblem(error, in: file)])
    }
    var matter = FrontMatter()
    var problems: [ThemeProblem] = []
    for entry in node.entries ?? [] {
      matter.places[entry.key] = entry.position
      guard !matter.take(entry) else { continue }
      let place = entry.position
      problems.append(
        ThemeProblem(
          file: file, line: place.line, column: place.column,
          "the front matter knows title, description, layout, order, orders, columns, bars, tracks "
            + "and output, not “\(entry.key)” with this value"))
    }
    guard problems.isEmpty else { throw ThemeError(problems) }
    return matter
  }

  private mutating func take(_ entry: YAMLEntry) -> Bool {
    switch entry.key {
    case "columns": columns = entry.value.text
    case "bars": bars = entry.value.text
    case "tracks": tracks = entry.value.text
    case "title": title = entry.value.text
    case "description": description = entry.value.text
    case "layout": layout = entry.value.text == "none" ? nil : entry.value.text ?? layout
    case "order":
      order = entry.value.text.flatMap { Int($0) }
      return order != nil
    case "orders": return Self.texts(entry.value).map { orders = $0 } != nil
    case "output":
      return Self.texts(entry.value).map { output = $0 } != nil
        && output.allSatisfy { $0 == "md" || $0 == "html" }
    default: return false
    }
    return entry.value.text != nil
  }

  private static func texts(_ node: YAMLNode) -> [String]? {
    if let text = node.text { return [text] }
    let texts = node.elements?.compactMap(\.text)
    return texts?.count == node.elements?.count ? texts : nil
  }
}
