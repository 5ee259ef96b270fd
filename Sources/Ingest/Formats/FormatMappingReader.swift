import BillingModel
import Diagnostics
import YAMLReading

/// Reads a mapping file and collects everything that is wrong in it.
struct FormatMappingReader {
  private(set) var problems: [FormatProblem] = []
  private(set) var mapping: FormatMapping
  /// The paths of the table that is being read.
  private var itemPaths: [FieldPath] = []

  /// Reads the bytes of a file that is called `name`.yaml.
  static func read(_ bytes: [UInt8], name: String) -> (FormatMapping, [FormatProblem]) {
    var reader = FormatMappingReader(name)
    do throws(YAMLError) {
      reader.readRoot(try YAMLNode(parsing: bytes))
    } catch {
      reader.report(at: error.position, error.description)
    }
    return (reader.mapping, reader.problems)
  }

  private init(_ name: String) {
    mapping = FormatMapping(name: name)
  }

  mutating func report(at position: YAMLPosition, _ message: String, help: String? = nil) {
    problems.append(
      FormatProblem(
        line: position.line, column: position.column, message: message, help: help))
  }

  private static let keys = [
    "format", "title", "about", "source", "recognise", "without", "also", "state", "dates",
    "decimal", "null", "tables",
  ]

  private mutating func readRoot(_ root: YAMLNode) {
    for entry in entries(root, known: Self.keys) {
      let value = entry.value
      switch entry.key {
      case "format": mapping.name = text(value) ?? mapping.name
      case "title": mapping.title = text(value) ?? ""
      case "about": mapping.about = text(value) ?? ""
      case "source": mapping.source = text(value) ?? ""
      case "recognise": mapping.recognise = list(value).map { texts($0) }
      case "without": mapping.without = texts(value)
      case "also": mapping.also = texts(value)
      case "state": mapping.state = text(value).map { reference($0) }
      case "dates": mapping.dialect.dates = word(value)
      case "decimal": mapping.dialect.decimal = word(value)
      case "null": mapping.nullWords = texts(value)
      default: mapping.tables = list(value).compactMap { table($0) }
      }
    }
    if mapping.recognise.isEmpty { report(at: root.position, "`recognise` names no field") }
    if mapping.tables.isEmpty, problems.isEmpty {
      report(at: root.position, "`tables` names no table")
    }
  }

  private mutating func table(_ node: YAMLNode) -> MappedTable? {
    guard let name = node["table"].flatMap({ text($0) }) else {
      report(at: node.position, "an entry of `tables` needs `table`")
      return nil
    }
    guard let id = TableID(rawValue: name) else {
      let near = NearMiss.suggestion(for: name, among: TableID.allCases.map(\.rawValue))
      report(
        at: node["table"]?.position ?? node.position, "there is no table “\(name)”",
        help: near.map { "did you mean `\($0)`?" })
      return nil
    }
    var table = MappedTable(table: id)
    itemPaths = []
    let keys = [
      "table", "each", "where", "unless", "without", "summary", "distinct", "columns",
    ]
    for entry in entries(node, known: keys) {
      switch entry.key {
      case "each": table.pieces = pieces(entry.value)
      case "where": table.conditions = conditions(entry.value)
      case "unless": table.exclusions = conditions(entry.value)
      case "without": table.without = texts(entry.value).map { FieldPath($0) }
      case "summary": table.isSummary = flag(entry.value)
      case "distinct": table.isDistinct = flag(entry.value)
      case "columns": table.columns = columns(entry.value, of: id)
      default: break
      }
    }
    table.itemPaths = itemPaths
    return table
  }

  private mutating func pieces(_ node: YAMLNode) -> MappedTable.Pieces? {
    if let list = node["list"] { return .elements(texts(list).map { FieldPath($0) }) }
    if let field = node["text"].flatMap({ text($0) }), case .record(let index) = reference(field) {
      return .plusSigns(index)
    }
    report(
      at: node.position, "`each` needs `list`, arrays, or `text`, a field to split at plus signs")
    return nil
  }

  private mutating func conditions(_ node: YAMLNode) -> [MappedTable.Condition] {
    (node.entries ?? []).map { entry in
      let isAny = entry.value.text == "any"
      let texts = isAny ? [] : texts(entry.value).map { ($0.lowercased(), true) }
      return MappedTable.Condition(
        field: reference(entry.key),
        texts: isAny ? nil : TextChoice(Dictionary(texts) { first, _ in first }))
    }
  }

  private mutating func columns(_ node: YAMLNode, of table: TableID) -> [MappedColumn] {
    (node.entries ?? []).compactMap { entry in
      guard let place = table.schema.index(of: entry.key) else {
        let names = table.schema.columns.map(\.name)
        let near = NearMiss.suggestion(for: entry.key, among: names)
        report(
          at: entry.position, "\(table.rawValue) has no column “\(entry.key)”",
          help: near.map { "did you mean `\($0)`?" })
        return nil
      }
      var fields: [String] = []
      guard let expression = expression(entry.value, &fields) else { return nil }
      return MappedColumn(
        name: entry.key, fields: fields, column: place, expression: expression)
    }
  }
}

extension FormatMappingReader {
  private static let sources = [
    "from", "value", "sum", "product", "latest", "ordinal", "positive", "on",
  ]
  private static let changes = [
    "words", "not", "after_last", "exclusive_end", "lookup", "default", "cases", "otherwise",
  ]

  /// What a column is made from: a field, the first given of several, or a mapping with one source.
  private mutating func expression(_ node: YAMLNode, _ fields: inout [String]) -> ColumnExpression?
  {
    if node.text != nil || node.elements != nil {
      return ColumnExpression(.first(references(node, &fields)))
    }
    let found = entries(node, known: Self.sources + Self.changes)
    guard let entry = found.first(where: { Self.sources.contains($0.key) }),
      let source = source(entry, node, &fields)
    else {
      report(
        at: node.position,
        "a column needs one of "
          + Self.sources.map { "`\($0)`" }.joined(separator: ", "))
      return nil
    }
    var result = ColumnExpression(source)
    for entry in found {
      switch entry.key {
      case "words": result.words = words(entry.value)
      case "not": result.isInverted = flag(entry.value)
      case "after_last": result.afterLast = text(entry.value)
      case "exclusive_end": result.isExclusiveEnd = flag(entry.value)
      case "lookup": result.lookup = word(entry.value)
      case "default": result.fallback = [expression(entry.value, &fields)].compactMap { $0 }
      default: break
      }
    }
    return result
  }

  private mutating func source(
    _ entry: YAMLEntry, _ node: YAMLNode, _ fields: inout [String]
  ) -> ColumnExpression.Source? {
    switch entry.key {
    case "from": return .first(references(entry.value, &fields))
    case "value": return text(entry.value).map { .constant($0) }
    case "sum": return .sum(references(entry.value, &fields))
    case "product": return .product(references(entry.value, &fields))
    case "latest": return .latest(references(entry.value, &fields))
    case "ordinal": return .ordinal
    case "positive":
      return .positive(
        (entry.value.entries ?? []).map { entry in
          fields.append(entry.key)
          return (reference(entry.key), entry.value.text ?? "")
        })
    default: return cases(entry.value, node, &fields)
    }
  }

  private mutating func cases(
    _ key: YAMLNode, _ node: YAMLNode, _ fields: inout [String]
  ) -> ColumnExpression.Source? {
    guard let field = text(key) else { return nil }
    fields.append(field)
    var cases: [String: ColumnExpression] = [:]
    for entry in node["cases"]?.entries ?? [] {
      cases[entry.key.lowercased()] = expression(entry.value, &fields)
    }
    let otherwise = node["otherwise"].flatMap { expression($0, &fields) }
    return .cases(reference(field), TextChoice(cases), otherwise: otherwise)
  }

  private mutating func references(
    _ node: YAMLNode, _ fields: inout [String]
  ) -> [FieldReference] {
    let names = texts(node)
    fields += names
    return names.map { reference($0) }
  }

  /// The place of a field among those that columns are made from.
  private mutating func reference(_ name: String) -> FieldReference {
    if name == "item" || name.hasPrefix("item.") {
      return .item(Self.place(of: FieldPath(String(name.dropFirst(5))), in: &itemPaths))
    }
    return .record(Self.place(of: FieldPath(name), in: &mapping.paths))
  }

  private static func place(of path: FieldPath, in paths: inout [FieldPath]) -> Int {
    if let place = paths.firstIndex(of: path) { return place }
    paths.append(path)
    return paths.count - 1
  }

  private mutating func words(_ node: YAMLNode) -> [String: String] {
    var words: [String: String] = [:]
    for entry in node.entries ?? [] { words[entry.key.lowercased()] = entry.value.text ?? "" }
    return words
  }
}

extension FormatMappingReader {
  private mutating func entries(_ node: YAMLNode, known: [String]) -> [YAMLEntry] {
    guard let entries = node.entries else {
      report(at: node.position, "`key: value` lines are expected here")
      return []
    }
    return entries.filter { entry in
      if known.contains(entry.key) { return !entry.value.isNull }
      let near = NearMiss.suggestion(for: entry.key, among: known)
      report(
        at: entry.position, "unknown key `\(entry.key)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? "known: " + known.map { "`\($0)`" }.joined(separator: ", "))
      return false
    }
  }

  private mutating func list(_ node: YAMLNode) -> [YAMLNode] {
    if let elements = node.elements { return elements }
    report(at: node.position, "a list is expected here")
    return []
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    if let text = node.text { return text }
    report(at: node.position, "text is expected here")
    return nil
  }

  /// A text, or several.
  private mutating func texts(_ node: YAMLNode) -> [String] {
    if let text = node.text { return [text] }
    return list(node).compactMap { text($0) }
  }

  private mutating func flag(_ node: YAMLNode) -> Bool {
    if node.text == "true" { return true }
    if node.text != "false" { report(at: node.position, "`true` or `false` is expected here") }
    return false
  }

  private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode
  ) -> Word? {
    if let word = node.text.flatMap({ Word(rawValue: $0) }) { return word }
    let words = Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report(at: node.position, "one of \(words) is expected here")
    return nil
  }
}
