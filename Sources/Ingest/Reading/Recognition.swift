import BillingModel
import UnicodeFolding

/// Which table a header belongs to, and which of its columns are which.
struct Recognition: Sendable {
  /// What a column of the file is.
  enum Column: Hashable, Sendable {
    /// A column of the schema, by its place there.
    case known(Int)
    /// A column that no table knows, by its place among these.
    case extra(Int)
    /// A second column of the same name.
    case repeated
  }

  /// The table; nil when none is recognised.
  let table: TableID?
  /// The file's columns in their order.
  let columns: [Column]
  /// The names of columns that the table does not know, in order.
  let extra: [String]
  /// The required columns that are absent.
  let missing: [String]

  /// The schema's columns that the file has.
  var given: Set<Int> {
    Set(columns.compactMap { if case .known(let index) = $0 { index } else { nil } })
  }

  /// The place in the file of a column of the schema.
  func source(of column: Int) -> Int? {
    columns.firstIndex(of: .known(column))
  }

  /// Recognises a header by its columns.
  ///
  /// The table whose required columns are all there and that knows most of the header; when none has
  /// all, the one that knows most, if that is at least two thirds of the header. Other names for our
  /// columns count when at least half of the header is known.
  static func recognise(_ header: [String]) -> Recognition {
    let keys = header.map(HeaderName.key)
    var best: (table: TableID, known: Int, isComplete: Bool)?
    for table in TableID.allCases {
      let own = keys.count { names[table]?[$0] != nil }
      let known = keys.count { place($0, in: table, keys) != nil }
      guard own == known || known * 2 >= keys.count && known > 1 else { continue }
      let isComplete = missing(table, keys).isEmpty
      guard isComplete || known * 3 >= keys.count * 2, known > 0 else { continue }
      if let best, (best.isComplete ? 1 : 0, best.known) >= (isComplete ? 1 : 0, known) { continue }
      best = (table, known, isComplete)
    }
    return Recognition(header: header, keys: keys, table: best?.table)
  }

  /// Takes a header as that of a table that is known otherwise.
  static func assume(_ table: TableID, _ header: [String]) -> Recognition {
    Recognition(header: header, keys: header.map(HeaderName.key), table: table)
  }

  /// A header that a mapping makes: columns of the schema in that order, then others.
  init(table: TableID, mapped: [Int], extra: [String]) {
    self.table = table
    columns = mapped.map { .known($0) } + extra.indices.map { .extra($0) }
    self.extra = extra
    missing = []
  }

  private init(header: [String], keys: [String], table: TableID?) {
    self.table = table
    var columns: [Column] = []
    var extra: [String] = []
    var seen: Set<Int> = []
    for (index, key) in keys.enumerated() {
      if let place = table.flatMap({ Self.place(key, in: $0, keys) }) {
        columns.append(seen.insert(place).inserted ? .known(place) : .repeated)
      } else {
        columns.append(.extra(extra.count))
        extra.append(header[index].isEmpty ? "column \(index + 1)" : header[index])
      }
    }
    self.columns = columns
    self.extra = extra
    missing = table.map { Self.missing($0, keys) } ?? []
  }

  /// The place of each column of each table, by the key of its name.
  private static let names: [TableID: [String: Int]] = Dictionary(
    uniqueKeysWithValues: TableID.allCases.map { table in
      let columns = table.schema.columns.enumerated()
      return (
        table,
        Dictionary(uniqueKeysWithValues: columns.map { (HeaderName.key($1.name), $0) })
      )
    })

  /// The place of the column that a heading means; another name does not count beside the own one.
  private static func place(_ key: String, in table: TableID, _ keys: [String]) -> Int? {
    if let place = names[table]?[key] { return place }
    guard let place = HeaderAliases.columns[table]?[key],
      !keys.contains(HeaderName.key(table.schema.columns[place].name))
    else { return nil }
    return place
  }

  private static func missing(_ table: TableID, _ keys: [String]) -> [String] {
    let has = Set(keys.compactMap { place($0, in: table, keys) })
    var missing = table.schema.columns.enumerated().filter { index, column in
      column.isRequired && !has.contains(index)
    }.map(\.element.name)
    if table == .licenseAssignments, !has.contains(0), !has.contains(1) {
      missing.insert("subscription_id", at: 0)
    }
    return missing
  }
}
