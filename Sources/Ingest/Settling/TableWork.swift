import BillingModel
import Synchronization

/// The shards of one table, which can be put together and looked through while other tables are.
///
/// A class, because a thread takes out what it holds: nothing else holds a shard while it is put into its
/// table, so that it is not copied.
public final class TableWork: Sendable {
  private let shards: Mutex<[TableContents]>
  let rowCount: Int

  /// Shards that have adopted the dictionaries of the data set, in the order of their rows.
  init(_ shards: consuming [TableContents]) {
    rowCount = shards.reduce(0) { $0 + $1.count }
    self.shards = Mutex(shards.reversed())
  }

  /// The table, once.
  public func done() -> MergedTable {
    var first = shards.withLock { $0.popLast() }
    guard var contents = first.take() else { preconditionFailure("the work is done once") }
    while let shard = shards.withLock({ $0.popLast() }) { contents.append(shard) }
    return MergedTable(secondRows: SecondRows.find(in: contents), contents: contents)
  }
}

/// A table with the rows whose key an earlier row has.
public struct MergedTable: Sendable {
  let secondRows: [SecondRows.Pair]
  let contents: TableContents
}
