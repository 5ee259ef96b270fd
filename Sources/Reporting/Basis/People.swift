import BillingModel
import CalendarDates

/// Names and departments of people and groups, by the code of their id.
///
/// A class because pages refer to it, and none is to copy it.
final class People: Sendable {
  private let data: Dataset
  private let users: Directory
  private let assignments: Directory
  private let lastSignIn: DateColumn
  private let isEnabled: FlagColumn
  private let created: DateColumn
  /// The first assignment row of each code; `none` without one.
  private let firstRows: [UInt32]
  private static let none = UInt32.max

  private struct Directory: Sendable {
    let names: TextColumn<FreeText>
    let departments: TextColumn<FreeText>
    let countries: TextColumn<FreeText>
  }

  /// Reads `users` and finds everyone's first assignment row. O(assignments).
  init(_ data: Dataset) {
    self.data = data
    let table = data.users
    users = Directory(
      names: table.displayName, departments: table.department, countries: table.country)
    lastSignIn = table.lastSignInOn
    isEnabled = table.accountEnabled
    created = table.createdOn
    let rows = data.licenseAssignments
    assignments = Directory(
      names: rows.displayName, departments: rows.department, countries: rows.country)
    var firstRows = Array(repeating: Self.none, count: data.codeCount(.party))
    let parties = rows.assigneeID
    for row in rows.rows {
      guard let code = parties.code(row), firstRows[code] == Self.none else { continue }
      firstRows[code] = UInt32(row)
    }
    self.firstRows = firstRows
  }

  /// The id as spelled.
  func id(_ code: Int) -> String { data.text(.party, code) }

  /// The name in `users`, else in the first assignment row.
  func name(_ code: Int) -> String? {
    data.userRow(code).flatMap { users.names[$0] }
      ?? firstRow(code).flatMap { assignments.names[$0] }
  }

  /// The department in `users`, else in the first assignment row.
  func department(_ code: Int) -> String? {
    data.userRow(code).flatMap { users.departments[$0] }
      ?? firstRow(code).flatMap { assignments.departments[$0] }
  }

  /// The country in `users`, else in the first assignment row.
  func country(_ code: Int) -> String? {
    data.userRow(code).flatMap { users.countries[$0] }
      ?? firstRow(code).flatMap { assignments.countries[$0] }
  }

  /// Whether the account may sign in; nil when not known.
  func isEnabled(_ code: Int) -> Bool? { data.userRow(code).flatMap { isEnabled[$0] } }

  /// The day on which the account was made; nil when not known.
  func createdOn(_ code: Int) -> CalendarDate? { data.userRow(code).flatMap { created[$0] } }

  /// The day of the last sign-in; nil when not known.
  func lastSignIn(_ code: Int) -> CalendarDate? { data.userRow(code).flatMap { lastSignIn[$0] } }

  /// True when the account is disabled, or did not sign in for `days` days before `day` or longer.
  func isInactive(_ code: Int, on day: CalendarDate, after days: Int) -> Bool {
    if isEnabled(code) == false { return true }
    return lastSignIn(code).map { day.days(since: $0) >= days } ?? false
  }

  private func firstRow(_ code: Int) -> Int? {
    firstRows[code] == Self.none ? nil : Int(firstRows[code])
  }
}
