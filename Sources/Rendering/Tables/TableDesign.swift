internal import Liquid
internal import Reporting

/// How a template wants a table: which columns, and what is drawn in their cells.
struct TableDesign: Sendable {
  /// The visible columns; those after the first of each stand below it in small type.
  var columns: [[String]]
  /// Columns with a bar under the figure.
  var bars: Set<String> = []
  /// Columns with a track of bought and assigned licences.
  var tracks: Set<String> = []
  /// What the table shows; nil for the wording's.
  var caption: String?
  /// The table's id on the page, when it has one of its own.
  var id: String?

  /// True when a cell of each row names the currency, so that amounts need not.
  var namesCurrency: Bool { columns.contains { $0.contains("currency") } }

  /// Reads a list of columns: `product_name+product_id, purchased, assigned`.
  static func columns(_ text: String) -> [[String]] {
    text.utf8.split(separator: UInt8(ascii: ",")).map { part in
      part.split(separator: UInt8(ascii: "+")).map { name in
        String(decoding: name.filter { $0 != 32 && $0 != 10 }, as: UTF8.self)
      }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// What the arguments of the tag ask for; all columns of the table without `columns`.
  init(_ arguments: Arguments, _ source: TableSource) throws(Problem) {
    columns = source.columns.map { [$0.id] }
    if let text = try Self.text(arguments, "columns") ?? source.columnList {
      columns = Self.columns(text)
    }
    bars = Set(Self.columns(try Self.text(arguments, "bars") ?? source.barList ?? "").joined())
    tracks = Set(
      Self.columns(try Self.text(arguments, "tracks") ?? source.trackList ?? "").joined())
    caption = try Self.text(arguments, "caption")
    id = try Self.text(arguments, "id")
    guard !columns.isEmpty else { throw .other("a table has at least one column") }
    for name in columns.joined() where source.column(name) == nil {
      throw .other("the table has no column “\(name)”")
    }
  }

  private static func text(_ arguments: Arguments, _ name: String) throws(Problem) -> String? {
    switch arguments[name] {
    case .text(let text): return text
    case nil, .nil: return nil
    default: throw .other("\(name) is a list of columns, or a caption, in quotes")
    }
  }
}
