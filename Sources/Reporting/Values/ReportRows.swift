/// The rows of a report; the cells of a row are made when they are asked for.
///
/// A report of a million rows keeps a few numbers a row, not a million arrays of text.
public struct ReportRows: RandomAccessCollection, Sendable {
  /// How many rows there are.
  public let count: Int
  private let cells: @Sendable (Int) -> [Cell]
  private let origins: LineSources<Int>
  private let things: LineThings<Int>

  /// Makes rows whose cells, origins and things are worked out on demand.
  init(
    count: Int, cells: @escaping @Sendable (Int) -> [Cell], origins: LineSources<Int>,
    things: LineThings<Int>
  ) {
    self.count = count
    self.cells = cells
    self.origins = origins
    self.things = things
  }

  /// Makes rows of finished cells.
  public init(_ rows: [[Cell]]) {
    self.init(count: rows.count, cells: { rows[$0] }, origins: .none, things: .none)
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

  /// Visits the rows of the data set that a row was worked out from, worked out on demand.
  public func forEachSource(of row: Int, _ visit: (RowReference) -> Void) {
    precondition(row >= 0 && row < count, "a row of a report lies within it")
    origins.forEach(row, visit)
  }

  /// The code of the thing of a kind that a row is about; nil when only its id in a cell tells, or nothing.
  public func code(of kind: DetailKind, at row: Int) -> Int? {
    precondition(row >= 0 && row < count, "a row of a report lies within it")
    return things.code(row, kind)
  }
}
