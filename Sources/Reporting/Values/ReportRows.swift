/// The rows of a report; the cells of a row are made when they are asked for.
///
/// A report of a million rows keeps a few numbers a row, not a million arrays of text.
public struct ReportRows: RandomAccessCollection, Sendable {
  /// How many rows there are.
  public let count: Int
  private let cells: @Sendable (Int) -> [Cell]
  private let origins: @Sendable (Int) -> [RowReference]

  /// Makes rows whose cells and origins are worked out on demand.
  public init(
    count: Int, cells: @escaping @Sendable (Int) -> [Cell],
    sources: @escaping @Sendable (Int) -> [RowReference] = { _ in [] }
  ) {
    self.count = count
    self.cells = cells
    origins = sources
  }

  /// Makes rows of finished cells.
  public init(_ rows: [[Cell]]) {
    self.init(count: rows.count) { rows[$0] }
  }

  /// The first place.
  public var startIndex: Int { 0 }

  /// The place after the last.
  public var endIndex: Int { count }

  /// The cells of a row in the order of the report's columns.
  public subscript(row: Int) -> [Cell] {
    precondition(row >= 0 && row < count, "a row of a report lies within it")
    return cells(row)
  }

  /// The rows of the data set that a row was worked out from, worked out on demand.
  public func sources(of row: Int) -> [RowReference] {
    precondition(row >= 0 && row < count, "a row of a report lies within it")
    return origins(row)
  }
}
