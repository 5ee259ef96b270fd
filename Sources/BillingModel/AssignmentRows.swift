public import CalendarDates

/// Of which days of its assignments a rule wants to hear, for one subscription.
public enum WantedDays: Sendable {
  case none
  case before(CalendarDate)
  /// Rows without a day too.
  case all

  /// The day before which they are.
  fileprivate var limit: Int32 {
    switch self {
    case .none: .min
    case .before(let day): day.days
    case .all: .max
    }
  }
}

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

  /// Calls `body` for each assignment that counts and whose subscription is in the data and wants to hear
  /// of the word that the row gives.
  public func forEach<W: Word>(
    ofSubscription wanted: (_ subscription: Int) -> [W], giving words: WordColumn<W>,
    _ body: (_ row: Int, _ subscription: Int) -> Void
  ) {
    let all = Array(W.allCases)
    precondition(all.count < 64, "the words of a column have a bit each")
    guard !words.isEmpty else { return }
    let masks = marks(
      of: { row in
        wanted(row).reduce(UInt64(0)) { mask, word in
          mask | (all.firstIndex(of: word).map { 2 << UInt64($0) } ?? 0)
        }
      }, otherwise: 0)
    forEachBatch(beside: words.places) { row, code, number in
      if masks[code] >> UInt64(number) & 1 != 0 { report(row, code, body) }
    }
  }

  /// Calls `body` for each assignment that counts and whose subscription is in the data and wants to hear
  /// of the day that the row gives.
  public func forEach(
    ofSubscription wanted: (_ subscription: Int) -> WantedDays, on dates: DateColumn,
    _ body: (_ row: Int, _ subscription: Int) -> Void
  ) {
    let limits = marks(of: { wanted($0).limit }, otherwise: WantedDays.none.limit)
    forEachBatch(beside: dates.numbers) { row, code, number in
      guard DateColumn.days(UInt64(number)) < limits[code] else { return }
      if number != 0 || limits[code] == WantedDays.all.limit { report(row, code, body) }
    }
  }

  /// What each subscription says, by code plus 1; 0 is that of rows without one.
  private func marks<Mark>(of subscription: (Int) -> Mark, otherwise: Mark) -> [Mark] {
    [otherwise]
      + rowsByKey.subscription.map { row in
        row == RowsByKey.none ? otherwise : subscription(Int(row))
      }
  }

  private func report(_ row: Int, _ code: Int, _ body: (Int, Int) -> Void) {
    if rows.contains(row) { body(row, Int(rowsByKey.subscription[code - 1])) }
  }

  /// Calls `body` for each row with the code of its subscription plus 1 and a number of another column.
  private func forEachBatch(
    beside column: PackedNumbers, _ body: (_ row: Int, _ code: Int, _ number: UInt32) -> Void
  ) {
    precondition(column.width <= 4, "words and days have at most four bytes")
    var numbers = [UInt32](repeating: 0, count: TextBatch.size)
    subscriptions.codes.forEachBatch { first, codes, count in
      column.read(first..<first + count, into: &numbers)
      for index in 0..<count { body(first + index, Int(codes[index]), numbers[index]) }
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
