/// The assignments of some subscriptions or of some people: rules look at few of them.
public struct AssignmentRows: Sendable {
  private let subscriptions: TextColumn<SubscriptionID>
  private let people: TextColumn<PartyID>
  private let rows: RowSet
  private let rowsByKey: RowsByKey

  /// Looks nothing up yet.
  public init(_ data: Dataset) {
    let table = data.licenseAssignments
    rows = table.rows
    subscriptions = table.subscriptionID
    people = table.assigneeID
    rowsByKey = data.rowsByKey
  }

  /// Calls `body` for each assignment that counts and whose subscription is in the data and is chosen
  /// by its row.
  public func forEach(
    ofSubscription isChosen: (_ subscription: Int) -> Bool,
    _ body: (_ row: Int, _ subscription: Int) -> Void
  ) {
    let keys = rowsByKey.subscription
    subscriptions.forEachRow(of: rows, chosen: Self.chosen(keys, isChosen)) { row, code in
      body(row, Int(keys[code]))
    }
  }

  /// Calls `body` for each assignment that counts and whose assignee is a user of the data and is chosen
  /// by its row. The subscription is nil where only a product is named; rows whose subscription is not
  /// in the data are left out.
  public func forEach(
    ofUser isChosen: (_ user: Int) -> Bool,
    _ body: (_ row: Int, _ user: Int, _ subscription: Int?) -> Void
  ) {
    let keys = rowsByKey.user
    people.forEachRow(of: rows, chosen: Self.chosen(keys, isChosen)) { row, code in
      guard let subscription = subscriptions.code(row) else {
        body(row, Int(keys[code]), nil)
        return
      }
      let known = rowsByKey.subscription[subscription]
      if known != RowsByKey.none { body(row, Int(keys[code]), Int(known)) }
    }
  }

  /// Which codes are chosen by their rows; one of no row is not.
  private static func chosen(_ keys: [UInt32], _ isChosen: (Int) -> Bool) -> [Bool] {
    keys.map { $0 != RowsByKey.none && isChosen(Int($0)) }
  }
}
