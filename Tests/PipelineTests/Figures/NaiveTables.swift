/// The rows of a folder that count: of the right shape and type, and the first of their key.
struct NaiveTables {
  /// What became of the rows of one file and table.
  struct Book {
    let file: String
    let table: String
    var rows = 0
    var accepted = 0
  }

  private(set) var tables: [String: [NaiveRow]] = [:]
  private(set) var books: [Book] = []

  init(folder: String) throws {
    let lists = try NaiveFiles.lists(in: folder)
    var read: [(book: Int, row: NaiveRow)] = []
    for list in lists {
      guard let table = list.table else { continue }
      books.append(Book(file: list.file, table: table, rows: list.rows.count))
      // A key must be there when its column is; via_group and policy_id may be empty.
      let needsSubscription =
        table == "license_assignments" && list.columns.contains("subscription_id")
      for row in list.rows where !needsSubscription || row["subscription_id"] != nil {
        read.append((books.count - 1, row))
      }
    }
    let whole = read.filter { Self.isWhole($0.row, books[$0.book].table) }
    let resolved = Self.resolved(whole, books)
    keepFirst(resolved)
  }

  subscript(table: String) -> [NaiveRow] { tables[table] ?? [] }

  private static func isWhole(_ row: NaiveRow, _ table: String) -> Bool {
    guard !row.isRagged, let schema = NaiveSchema.tables[table] else { return false }
    for column in schema {
      guard let cell = row[column.name] else {
        if column.isRequired { return false }
        continue
      }
      if !NaiveSchema.accepts(cell, column.type) { return false }
    }
    return table != "license_assignments" || row["subscription_id"] != nil
      || row["product_id"] != nil
  }

  /// An assignment that knows only its product is one of the product's only subscription, else of its
  /// pool.
  private static func resolved(
    _ rows: [(book: Int, row: NaiveRow)], _ books: [Book]
  ) -> [(book: Int, row: NaiveRow)] {
    var subscriptions: [String: Set<String>] = [:]
    var seen: Set<String> = []
    for (book, row) in rows where books[book].table == "subscriptions" {
      guard let id = row.id("subscription_id"), let product = row.id("product_id") else { continue }
      // A second row of a subscription does not count.
      if seen.insert(id).inserted { subscriptions[product, default: []].insert(id) }
    }
    return rows.map { book, row in
      guard books[book].table == "license_assignments", row["subscription_id"] == nil else {
        return (book, row)
      }
      let candidates = subscriptions[row.id("product_id") ?? ""] ?? []
      var row = row
      if candidates.count == 1, let only = candidates.first {
        row.cells["subscription_id"] = only
      } else {
        row.cells["subscription_id"] = "product:" + (row.id("product_id") ?? "")
        row.cells["pool"] = "yes"
      }
      return (book, row)
    }
  }

  private mutating func keepFirst(_ rows: [(book: Int, row: NaiveRow)]) {
    var seen: Set<[String]> = []
    for (book, row) in rows {
      let table = books[book].table
      let keys = (NaiveSchema.tables[table] ?? []).filter(\.isKey)
      var key = [table]
      for column in keys { key.append(Self.key(row, column, table)) }
      if !keys.isEmpty, !seen.insert(key).inserted { continue }
      tables[table, default: []].append(row)
      books[book].accepted += 1
    }
  }

  private static func key(_ row: NaiveRow, _ column: NaiveSchema.Column, _ table: String) -> String
  {
    let people = ["assignee_id", "via_group", "user_principal_name", "group_id"]
    if column.name == "policy_id" { return row["policy_id"] ?? "AllowSelfServicePurchase" }
    if column.type == "whole" { return row[column.name].flatMap { Int($0) }.map { "\($0)" } ?? "" }
    if column.type == "date" { return row[column.name].map { String($0.prefix(10)) } ?? "" }
    if column.name == "role" { return row["role"]?.lowercased() ?? "" }
    return row.id(column.name, isPerson: people.contains(column.name)) ?? ""
  }
}
