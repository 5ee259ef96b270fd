import BillingModel

/// Shards get the dictionaries of the data set.
extension Settling {
  /// Lines that are numbered by their place in the file are numbered on from file to file.
  ///
  /// Users come first, so that a person is spelled as `users` spells them. Of a table's files those with
  /// corrections come last, before them those with sums, so that their rows are second ones.
  mutating func adoptShards() -> [[TableContents]] {
    let order = [TableID.users] + TableID.allCases.filter { $0 != .users }
    var ordinals = 0
    return order.map { table in
      var shards: [TableContents] = []
      for index in filesInOrder where readings[index].file.table == table {
        let shift = readings[index].hasOrdinals ? ordinals : 0
        // Nothing else holds a shard while it changes, so that it is not copied.
        readings[index].shards.reverse()
        while var shard = readings[index].shards.popLast() {
          shard.shiftNumbers(of: "line_number", by: shift)
          shard.adopt(&domains)
          shards.append(shard)
        }
        if readings[index].hasOrdinals { ordinals += readings[index].file.rowsIn }
      }
      return shards
    }.filter { !$0.isEmpty }
  }

  private var filesInOrder: [Int] {
    Self.order(of: readings.map { ($0.isCorrection, $0.file) })
  }

  /// The order in which files are put together.
  static func order(of files: [(isCorrection: Bool, file: SourceFile)]) -> [Int] {
    let places = files.map { $0.isCorrection ? 2 : $0.file.isSummary ? 1 : 0 }
    return files.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }

  /// The codes of keys that stand in records that cannot be used, by domain.
  mutating func internMentions() -> [Set<Int>] {
    var mentioned = Domain.allCases.map { _ in Set<Int>() }
    for reading in readings {
      guard let table = reading.file.table, let domain = Self.domain(named: table) else { continue }
      for key in reading.mentions {
        var bytes: [UInt8] = []
        bytes.append(contentsOf: key.utf8)
        mentioned[domain.rawValue].insert(Int(domains[domain.rawValue].intern(bytes.span)))
      }
    }
    return mentioned
  }

  /// The domain whose ids a table lists.
  private static func domain(named table: TableID) -> Domain? {
    switch table {
    case .products: .product
    case .subscriptions: .subscription
    case .users: .party
    case .billingProfiles: .billingProfile
    case .invoices: .invoice
    default: nil
    }
  }
}
