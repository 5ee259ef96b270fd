/// What people hold twice: a licence that an earlier assignment has given, and licences of two
/// subscriptions in use of one product.
struct HeldTwice {
  /// A row and the first one of the same subscription and assignee.
  typealias Pair = (row: UInt32, first: UInt32)

  /// Of so many rows at most one may be of a person whose rows had ended.
  private static let share = 16

  /// Assignments that give a licence once more, by row, each once.
  private(set) var pairs: [Pair] = []
  /// The people with licences of two subscriptions in use of one product.
  private(set) var people: CodeSet

  /// Looks through the assignments; nil when the rows of many people do not stand together. O(rows).
  init?(_ data: Dataset, _ bought: SubscriptionsInUse) {
    let largest = data.codeCount(.party)
    people = CodeSet(largest: largest)
    let runs = AssignmentRuns(data)
    var seen = Seen(data, bought)
    var ended = CodeSet(largest: largest)
    var apart = CodeSet(largest: largest)
    let most = runs.count / Self.share
    runs.forEachBatch { batch in
      guard apart.additions <= most else { return }
      seen.take(batch, &ended, &apart)
    }
    guard apart.additions <= most else { return nil }
    // What was found of one of their runs holds, too: it is found once more, with its very first row.
    seen.endPerson()
    for assignment in runs.assignments(of: apart) { seen.take(assignment) }
    people = seen.people
    for pair in seen.pairs.sorted(by: { ($0.row, $0.first) < ($1.row, $1.first) })
    where pair.row != pairs.last?.row {
      pairs.append(pair)
    }
  }
}

/// What was seen of each subscription and product while the assignments of one person come after those of
/// another.
private struct Seen {
  private(set) var pairs: [HeldTwice.Pair] = []
  private(set) var people: CodeSet
  /// Which person was last seen with a subscription, by number, above the row; and with a product.
  private var subscriptions: [UInt64]
  private var products: [UInt64]
  /// The product of each subscription in use, by code plus 1, as far as it has another one.
  private let productsBoughtTwice: [UInt32]
  private var number: UInt64 = 0
  /// The person at hand, by code plus 1.
  private var person: UInt32 = 0

  init(_ data: Dataset, _ bought: SubscriptionsInUse) {
    people = CodeSet(largest: data.codeCount(.party))
    subscriptions = Array(repeating: 0, count: data.codeCount(.subscription))
    products = Array(repeating: 0, count: data.codeCount(.product) + 1)
    productsBoughtTwice = bought.productsBoughtTwice
  }

  /// Takes rows that follow each other. A person who had ended is put with those who stand apart.
  mutating func take(
    _ batch: AssignmentRuns.Batch, _ ended: inout CodeSet, _ apart: inout CodeSet
  ) {
    let (codes, parties) = (batch.subscriptions.span, batch.people.span)
    for index in 0..<batch.count where codes[index] != 0 {
      if parties[index] != person {
        begin(parties[index])
        if !ended.add(person - 1) { apart.add(person - 1) }
      }
      take(codes[index] - 1, row: batch.firstRow + index)
    }
  }

  /// Takes an assignment of a person of whom all are taken one after the other.
  mutating func take(_ assignment: AssignmentRuns.Assignment) {
    if assignment.person + 1 != person { begin(assignment.person + 1) }
    take(assignment.subscription, row: assignment.row)
  }

  private mutating func begin(_ person: UInt32) {
    self.person = person
    number += 1
  }

  @inline(__always)
  private mutating func take(_ subscription: UInt32, row: Int) {
    let known = subscriptions[Int(subscription)]
    if known >> 32 == number {
      pairs.append((UInt32(row), UInt32(truncatingIfNeeded: known)))
      return
    }
    subscriptions[Int(subscription)] = number << 32 | UInt64(row)
    let product = Int(productsBoughtTwice[Int(subscription)])
    guard product > 0 else { return }
    if products[product] == number { people.add(person - 1) }
    products[product] = number
  }

  /// What comes is of a person who begins anew.
  mutating func endPerson() {
    person = 0
  }
}
