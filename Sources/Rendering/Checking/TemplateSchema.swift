internal import Liquid

/// Which values the templates of each kind of page see: what the theme check judges names by.
///
/// The fields stand in `TemplateSchema+Fields.swift`.
struct TemplateSchema: Sendable {
  private var parts: [String: [String: ValueShape]] = [:]

  /// The values of billfold's own pages.
  static let standard = TemplateSchema(fieldList)

  /// Reads a list of fields.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: ":", maxSplits: 1)
      guard words.count == 2 else { preconditionFailure("a line of the schema: \(line)") }
      var reader = SchemaReader(words[1], parts: parts)
      parts[String(words[0])] = reader.fields(until: nil)
    }
  }

  /// The kinds of pages, sorted; reports as `report NAME`.
  var kinds: [String] {
    parts.keys.filter { !$0.hasPrefix("@") && $0 != "every page" && $0 != "every report" }.sorted()
  }

  /// What a template of that kind of page sees. Names of other kinds are there and nil, so nothing
  /// is known of them.
  func globals(of kind: String) -> [String: ValueShape] {
    var globals: [String: ValueShape] = [:]
    for name in SiteContext.templateNames { globals[name] = .unknown }
    let shared = kind.hasPrefix("report ") ? ["every page", "every report"] : ["every page"]
    for part in shared + [kind] { globals.merge(parts[part] ?? [:]) { $1 } }
    return globals
  }
}

/// Reads `name`, `name[]`, `name[a b]`, `name{a b}`, `name<a b>`, `name?` and `@part`.
private struct SchemaReader {
  private var rest: Substring
  private let parts: [String: [String: ValueShape]]

  init(_ text: Substring, parts: [String: [String: ValueShape]]) {
    rest = text
    self.parts = parts
  }

  /// The fields up to the closing sign, or to the end.
  mutating func fields(until end: Character?) -> [String: ValueShape] {
    var fields: [String: ValueShape] = [:]
    while let next = rest.first {
      if next == " " || next == end { rest.removeFirst() }
      if next == end { return fields }
      guard next != " " else { continue }
      let name = name()
      if name.hasPrefix("@") {
        guard let part = parts[name] else { preconditionFailure("the schema has no \(name)") }
        fields.merge(part) { $1 }
      } else {
        fields[name] = shape()
      }
    }
    precondition(end == nil, "the schema closes what it opens")
    return fields
  }

  private mutating func name() -> String {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" || $0 == "-" }
    precondition(!name.isEmpty, "the schema has a name here: \(rest.prefix(20))")
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  /// What stands behind a name.
  private mutating func shape() -> ValueShape {
    switch rest.first {
    case "?":
      rest.removeFirst()
      return .unknown
    case "[":
      rest.removeFirst()
      let fields = fields(until: "]")
      return .list(fields.isEmpty ? .plain : .record(fields))
    case "{":
      rest.removeFirst()
      return .record(fields(until: "}"))
    case "<":
      rest.removeFirst()
      return Self.table(.record(fields(until: ">")))
    default: return .plain
    }
  }

  /// A table, whose rows and totals have these fields.
  private static func table(_ row: ValueShape) -> ValueShape {
    let column = ["id", "label", "type", "definition"].map { ($0, ValueShape.plain) }
    return .record([
      "name": .plain, "key": .plain, "count": .plain, "first": .plain, "last": .plain,
      "columns": .list(.record(Dictionary(uniqueKeysWithValues: column))), "rows": .list(row),
      "totals": .list(row),
    ])
  }
}
