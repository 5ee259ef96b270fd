/// The rows that assignments name, by their own row: those of subscriptions are looked up once for all
/// rules.
public struct AssignmentRows: Sendable {
  /// What stands for a row that there is not.
  private static let unknown: UInt32 = .max
  private static let notGiven: UInt32 = .max - 1

  private let subscriptions: [UInt32]
  private let people: PackedNumbers
  private let usersByCode: [UInt32]
  private let rows: RowSet

  /// Looks the rows up.
  public init(_ data: Dataset) {
    let table = data.licenseAssignments
    rows = table.rows
    subscriptions = Self.look(table.subscriptionID.codes, data.rowsByKey.subscription)
    people = table.assigneeID.codes
    usersByCode = data.rowsByKey.user
  }

  private static func look(_ codes: PackedNumbers, _ rowsByCode: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(codes.count)
    codes.forEachBatch { _, batch, count in
      for index in 0..<count {
        let code = Int(batch[index])
        result.append(code == 0 ? notGiven : rowsByCode[code - 1])
      }
    }
    return result
  }

  /// Calls `body` for each assignment that counts and whose subscription is in the data.
  public func forEachOfSubscription(_ body: (_ row: Int, _ subscription: Int) -> Void) {
    for row in subscriptions.indices
    where subscriptions[row] < Self.notGiven && rows.contains(row) {
      body(row, Int(subscriptions[row]))
    }
  }

  /// Calls `body` for each assignment that counts and whose assignee is a user of the data. The
  /// subscription is nil where only a product is named; rows whose subscription is not in the data
  /// are left out.
  public func forEachOfUser(_ body: (_ row: Int, _ user: Int, _ subscription: Int?) -> Void) {
    people.forEachBatch { first, batch, count in
      for index in 0..<count where batch[index] != 0 && rows.contains(first + index) {
        let row = first + index
        let (user, subscription) = (usersByCode[Int(batch[index]) - 1], subscriptions[row])
        guard user != RowsByKey.none, subscription != Self.unknown else { continue }
        body(row, Int(user), subscription == Self.notGiven ? nil : Int(subscription))
      }
    }
  }
}
