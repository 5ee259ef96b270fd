import BillingModel

extension ProductLookups {
  /// The names that the files of a run say, and the files that are to be read again with them:
  /// those in formats that know products by name or ids without names. Nil when there are none.
  public static func needed(
    by readings: [[TableReading]]
  ) -> (files: [Int], lookups: ProductLookups)? {
    let files = readings.indices.filter { readings[$0].contains(where: \.usesLookups) }
    guard !files.isEmpty else { return nil }
    let tables = readings.joined()
    var lookups = ProductLookups()
    for table in tables where table.file.table == .productNames { lookups.addNames(table) }
    for table in tables where table.file.table == .products {
      lookups.addOwned(table, id: 0, name: 1)
    }
    for table in tables where table.file.table == .subscriptions {
      lookups.addOwned(table, id: 1, name: 2)
    }
    return lookups.isEmpty ? nil : (files, lookups)
  }

  private mutating func addNames(_ reading: TableReading) {
    for contents in reading.shards { addNames(contents) }
  }

  private mutating func addNames(_ contents: TableContents) {
    let domains = contents.domains
    var last: String?
    for row in 0..<contents.count {
      guard let id = contents.text(0, row, domains), id != last,
        let name = contents.text(2, row, domains)
      else { continue }
      last = id
      add(id: id, name: name, isOwned: false)
      if let part = contents.text(1, row, domains) { add(id: id, name: part, isOwned: false) }
    }
  }

  private mutating func addOwned(_ reading: TableReading, id: Int, name: Int) {
    for contents in reading.shards { addOwned(contents, id: id, name: name) }
  }

  private mutating func addOwned(_ contents: TableContents, id: Int, name: Int) {
    for row in 0..<contents.count {
      guard let product = contents.text(id, row, contents.domains) else { continue }
      own(product)
      if let name = contents.text(name, row, contents.domains) {
        add(id: product, name: name, isOwned: true)
      }
    }
  }
}
