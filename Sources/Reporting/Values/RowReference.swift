public import BillingModel

/// A row of the data set that a figure was worked out from.
public struct RowReference: Hashable, Sendable {
  /// Which table.
  public let table: TableID
  /// The row in it.
  public let row: Int

  /// Names a row.
  public init(_ table: TableID, _ row: Int) {
    self.table = table
    self.row = row
  }
}
