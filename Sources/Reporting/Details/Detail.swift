public import BillingModel

/// The kinds of things that have a page of their own, or a section of the list of users.
public enum DetailKind: String, CaseIterable, Hashable, Sendable {
  case product
  case subscription
  case buyer
  case invoice
  case billingProfile = "billing_profile"
  case person
}

/// Everything a page tells about one thing. Column names are those of the schema and the reports.
public struct Detail: Sendable {
  /// What sort of thing.
  public let kind: DetailKind
  /// Its id: what its slug is made of.
  public let id: String
  /// Its name; nil when it has none but the id.
  public let name: String?
  /// Its own columns and figures.
  public let fields: [DetailField]
  /// What belongs to it: `lines`, `assignments`, `subscriptions` and so on, by kind.
  public let tables: [DetailTable]
  /// Columns of its file that the schema does not know, in the file's order; cells not given left out.
  public let extra: [ExtraField]
  /// What the rules say about its rows.
  public let findings: [RowFinding]
  /// The rows it is told from.
  public let sources: [RowReference]

  /// A field's cell; nil when the kind has none of that name.
  public func field(_ id: String) -> Cell? {
    fields.first { $0.column.id == id }?.cell
  }

  /// A table; nil when the kind has none of that name.
  public func table(_ id: String) -> DetailTable? {
    tables.first { $0.id == id }
  }
}

/// One named value of a thing.
public struct DetailField: Hashable, Sendable {
  /// The name and kind.
  public let column: ReportColumn
  /// The value.
  public let cell: Cell

  /// Makes a field.
  public init(_ id: String, _ kind: ReportColumn.Kind, _ cell: Cell) {
    column = ReportColumn(id, kind)
    self.cell = cell
  }
}

/// A cell of a column that the schema does not know.
public struct ExtraField: Hashable, Sendable {
  /// The header's own spelling.
  public let name: String
  /// The text as read, trimmed.
  public let text: String

  /// Makes a cell.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// Rows that belong to a thing.
public struct DetailTable: Sendable {
  /// The name by which templates know it: `lines`.
  public let id: String
  /// Its columns.
  public let columns: [ReportColumn]
  /// Its rows.
  public let rows: ReportRows
  /// Sums by currency; empty where sums mean nothing.
  public let totals: [ReportTotal]
}
