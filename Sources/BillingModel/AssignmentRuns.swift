/// The assignments as people have them: in most exports all rows of a person stand together.
///
/// What is asked of the licences of one person is then answered by rows that follow each other, and needs
/// no table of all people.
struct AssignmentRuns {
  /// Some rows that follow each other: the codes of their subscriptions and assignees plus 1. A row that
  /// does not count has no subscription, 0; each other one has an assignee.
  struct Batch {
    let firstRow: Int
    let subscriptions: [UInt32]
    let people: [UInt32]
    let count: Int
  }

  /// An assignment that counts: its row, and the codes of its assignee and its subscription.
  struct Assignment {
    let row: Int
    let person: UInt32
    let subscription: UInt32
  }

  private let people: PackedNumbers
  private let subscriptions: PackedNumbers
  private let rows: RowSet

  init(_ data: Dataset) {
    let table = data.licenseAssignments
    people = table.assigneeID.codes
    subscriptions = table.subscriptionID.codes
    rows = table.rows
  }

  /// How many rows there are, whether they count or not.
  var count: Int { subscriptions.count }

  /// Calls `body` for one batch after the other.
  func forEachBatch(_ body: (Batch) -> Void) {
    var codes = [UInt32](repeating: 0, count: TextBatch.size)
    var parties = codes
    for first in stride(from: 0, to: subscriptions.count, by: TextBatch.size) {
      let part = first..<min(subscriptions.count, first + TextBatch.size)
      subscriptions.read(part, into: &codes)
      people.read(part, into: &parties)
      rows.forEachRemoved(in: part) { codes[$0 - first] = 0 }
      body(Batch(firstRow: first, subscriptions: codes, people: parties, count: part.count))
    }
  }

  /// The assignments of some people, person after person, those of one in the order of the table.
  func assignments(of chosen: CodeSet) -> [Assignment] {
    guard chosen.additions > 0 else { return [] }
    var found: [Assignment] = []
    forEachBatch { batch in
      let (subscriptions, people) = (batch.subscriptions.span, batch.people.span)
      for index in 0..<batch.count
      where subscriptions[index] != 0 && chosen.contains(people[index] - 1) {
        found.append(
          Assignment(
            row: batch.firstRow + index, person: people[index] - 1,
            subscription: subscriptions[index] - 1))
      }
    }
    return found.sorted { ($0.person, $0.row) < ($1.person, $1.row) }
  }
}
