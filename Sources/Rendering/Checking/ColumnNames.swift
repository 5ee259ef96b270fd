internal import Liquid

/// The columns that `table`, `chart`, `fields` and `amounts` name, held against those of the value.
struct ColumnNames {
  private let call: TemplateCall

  init(_ call: TemplateCall) {
    self.call = call
  }

  /// The columns of the report that a template `reports/NAME.md` is for; nil for other templates.
  static func columns(ofReport path: String, _ schema: TemplateSchema) -> [String]? {
    guard path.hasPrefix("reports/"), path.hasSuffix(".md") else { return nil }
    let kind = "report " + path.dropFirst("reports/".count).dropLast(".md".count)
    return schema.globals(of: kind)["report"]?.rowFields
  }

  /// The columns that the value does not have.
  var problems: [TemplateError] {
    switch (call.name, call.input?.shape) {
    case ("table", nil):
      return missing(["columns", "bars", "tracks"], in: call.positional.first?.shape.rowFields)
    case ("chart", nil):
      return missing(["value", "label"], in: call.positional.first?.shape.rowFields)
    case ("fields", nil):
      return missing(["only", "without"], in: call.positional.first?.shape.fields)
    case ("amounts", let shape?):
      return missing(call.positional.first, in: shape.itemFields)
    default: return []
    }
  }

  private func missing(_ names: [String], in known: [String]?) -> [TemplateError] {
    names.flatMap { missing(call.named[$0], in: known) }
  }

  private func missing(_ argument: TemplateCall.Argument?, in known: [String]?) -> [TemplateError] {
    guard let argument, let text = argument.text, let known else { return [] }
    return TableDesign.columns(text).joined().filter { !known.contains($0) }.map { name in
      argument.error("there is no column '\(name)'", in: call.name, for: name, among: known)
    }
  }
}

extension ValueShape {
  /// The fields of a record; nil for other values.
  fileprivate var fields: [String]? {
    if case .record(let fields) = self { Array(fields.keys) } else { nil }
  }

  /// The fields of a list's records.
  fileprivate var itemFields: [String]? {
    if case .list(let item) = self { item.fields } else { nil }
  }

  /// The columns of a table.
  fileprivate var rowFields: [String]? {
    if case .record(let fields) = self { fields["rows"]?.itemFields } else { nil }
  }
}
