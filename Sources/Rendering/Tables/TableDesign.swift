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

  /// True when a cell of each row names the currency, so that amounts need not.
  var namesCurrency: Bool { columns.contains { $0.contains("currency") } }

  /// No columns and no pictures.
  static let none = TableDesign(columns: [])

  private init(columns: [[String]]) { self.columns = columns }

  /// Reads a list of columns: `product_name+product_id, purchased, assigned`.
  static func columns(_ text: String) -> [[String]] {
    text.utf8.split(separator: UInt8(ascii: ",")).map { part in
      part.split(separator: UInt8(ascii: "+")).map { name in
        String(decoding: name.filter { $0 != 32 && $0 != 10 }, as: UTF8.self)
      }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// Reads what a template asks for; all columns of the table without `columns`.
  init(
    _ columns: String?, bars: String?, tracks: String?, of source: TableSource
  ) throws(Problem) {
    self.columns = columns.map { Self.columns($0) } ?? source.columns.map { [$0.id] }
    self.bars = Set(Self.columns(bars ?? "").joined())
    self.tracks = Set(Self.columns(tracks ?? "").joined())
    guard !self.columns.isEmpty else { throw .other("a table has at least one column") }
    for name in self.columns.joined() where source.column(name) == nil {
      throw .other("the table has no column “\(name)”")
    }
  }
}
