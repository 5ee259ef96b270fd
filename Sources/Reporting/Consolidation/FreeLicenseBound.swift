/// What purchases cost at least when so many licences are free, wherever they are: the quicker of the
/// bounds.
///
/// It takes the licences as if they could be shared out one by one and every other one were bought where
/// that is cheapest. Purchases stand in the order of what a free licence for one of their people is
/// worth, so that the best share is found by a binary search.
struct FreeLicenseBound {
  /// The licences needed by the purchases before a place, the least that these cost without a free one,
  /// and what free ones for all of them would save.
  private struct Sum {
    var people = 0
    var cost = Int128(0)
    var worth = Int128(0)
  }

  private let people: [Int]
  private let worths: [Int128]
  private var sums = [Sum()]

  /// `costs` are the least that each purchase costs without a free licence.
  init(people: [Int], costs: [Int128]) {
    self.people = people
    worths = costs.map { max(0, $0) }
    for (place, cost) in costs.enumerated() {
      var sum = sums[place]
      sum.people += people[place]
      sum.cost += cost
      sum.worth += worths[place]
      sums.append(sum)
    }
  }

  /// The places of purchases with the greatest worth of a licence first.
  static func order(people: [Int], costs: [Int128]) -> [Int] {
    people.indices.sorted { left, right in
      let first = max(0, costs[left]) * Int128(people[right])
      let second = max(0, costs[right]) * Int128(people[left])
      if first != second { return first > second }
      return people[left] == people[right] ? left < right : people[left] > people[right]
    }
  }

  /// How many licences the purchases from a place on need.
  func need(from place: Int) -> Int { sums[people.count].people - sums[place].people }

  /// What the purchases from a place on cost at least.
  func cost(from place: Int, free: Int) -> Int128 {
    let first = sums[place]
    var (low, high) = (place, people.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if sums[middle].people - first.people <= free { low = middle } else { high = middle - 1 }
    }
    var saved = sums[low].worth - first.worth
    if low < people.count {
      let rest = free - (sums[low].people - first.people)
      saved += worths[low] * Int128(rest) / Int128(people[low])
    }
    return sums[people.count].cost - first.cost - saved
  }
}
