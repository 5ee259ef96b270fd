/// Finds a good plan for many purchases by branch and bound, and what no plan costs less than.
///
/// Purchases are decided one after the other, the most promising choice first; a branch ends where its
/// bound is no better than the best plan so far, or where the same licences were free before at no
/// higher cost. The work is limited by a count of steps, so that the same problem has the same answer
/// on every machine; when it does not suffice, the bounds of the branches that are left tell how much
/// better a plan could be.
package struct MoveSearch {
  /// How many choices are looked at before the search gives up.
  private static let stepLimit = 1_000_000

  /// One way to go on from a branch.
  private struct Choice {
    /// The target; nil when the purchase stays.
    let target: Int?
    /// The weighed cost of everything decided so far.
    let cost: Int128
    /// No plan of this branch costs less.
    let bound: Int128
    /// How many licences are left where the people go: less is better.
    let rest: Int
  }

  /// A purchase that is being decided.
  private struct Branch {
    let choices: [Choice]
    var next = 0
    /// What the target of the choice at hand had available before it.
    var before: (target: Int, available: Int)?
  }

  private let moves: WeighedMoves
  private let gains: TargetGains?
  private var available: [Int]
  private var taken: [Int?]
  private var best: [Int?]
  private var bestCost: Int128
  private var seen: SeenStates
  private var steps = 0

  /// The cheapest plan of a problem, or the best that was found within so many steps; nil when the
  /// amounts are too large.
  package static func plan(
    _ problem: MoveProblem, stepLimit: Int = stepLimit
  ) -> MovePlan? {
    guard let moves = WeighedMoves(problem) else { return nil }
    var search = MoveSearch(moves)
    search.fillGreedily()
    let least = search.run(stepLimit)
    var choices: [Int?] = Array(repeating: nil, count: problem.purchases.count)
    for (place, purchase) in moves.order.enumerated() { choices[purchase] = search.best[place] }
    let cost = moves.money(in: search.bestCost)
    return MovePlan(
      choices: choices, cost: cost, leastCost: min(cost, moves.money(in: least)),
      steps: search.steps)
  }

  private init(_ moves: WeighedMoves) {
    self.moves = moves
    gains = TargetGains(moves)
    seen = SeenStates(moves)
    available = moves.available
    taken = Array(repeating: nil, count: moves.order.count)
    best = taken
    bestCost = moves.stay.reduce(0, +)
  }

  /// A first plan: the best choice for one purchase after the other.
  private mutating func fillGreedily() {
    var (cost, choices) = (Int128(0), taken)
    let limit = bestCost
    bestCost = .max
    for place in choices.indices {
      guard let choice = self.choices(at: place, cost).first else { continue }
      cost = choice.cost
      choices[place] = choice.target
      _ = move(place, choice)
    }
    available = moves.available
    steps = 0
    bestCost = limit
    if cost < bestCost { (best, bestCost) = (choices, cost) }
  }

  /// Looks for something better; the weighed cost below which no plan can be.
  private mutating func run(_ stepLimit: Int) -> Int128 {
    guard !taken.isEmpty else { return bestCost }
    var branches = [Branch(choices: choices(at: 0, 0))]
    while let place = branches.indices.last {
      undo(&branches[place])
      let branch = branches[place]
      guard branch.next < branch.choices.count, branch.choices[branch.next].bound < bestCost else {
        branches.removeLast()
        continue
      }
      if steps > stepLimit { return leastBound(of: branches) }
      let choice = branch.choices[branch.next]
      branches[place].next += 1
      branches[place].before = move(place, choice)
      taken[place] = choice.target
      if place + 1 == taken.count {
        (best, bestCost) = (taken, choice.cost)
      } else if seen.add(place + 1, available, cost: choice.cost) {
        branches.append(Branch(choices: choices(at: place + 1, choice.cost)))
      }
    }
    return bestCost
  }

  /// The least bound of everything that was not looked at.
  private func leastBound(of branches: [Branch]) -> Int128 {
    branches.reduce(bestCost) { least, branch in
      branch.next < branch.choices.count ? min(least, branch.choices[branch.next].bound) : least
    }
  }

  private mutating func move(_ place: Int, _ choice: Choice) -> (target: Int, available: Int)? {
    guard let target = choice.target else { return nil }
    let before = available[target]
    available[target] = max(0, before - moves.people[place])
    return (target, before)
  }

  private mutating func undo(_ branch: inout Branch) {
    guard let (target, before) = branch.before else { return }
    available[target] = before
    branch.before = nil
  }

  /// The choices for a purchase that can still lead to a better plan, the best first.
  private mutating func choices(at place: Int, _ cost: Int128) -> [Choice] {
    steps += available.count + 1
    let (need, later) = (moves.people[place], place + 1)
    var choices: [Choice] = []
    let stays = cost + moves.stay[place]
    let free = available.reduce(0) { $0 + max(0, $1) }
    let gained = gained(from: later)
    let bound = stays + self.bound(from: later, free: free, gained)
    if bound < bestCost {
      choices.append(Choice(target: nil, cost: stays, bound: bound, rest: .max))
    }
    let cheapest = cheapestTarget
    for target in available.indices where !hasTwin(target) {
      let lacking = max(0, need - available[target])
      guard lacking == 0 || moves.prices[target] != nil else { continue }
      let price = (moves.prices[target] ?? 0) * Int128(lacking)
      // Buying for the price of staying, or for that of buying all elsewhere, is never better.
      if available[target] >= 0 {
        guard price < moves.stay[place] || price == 0 else { continue }
        if let cheapest, cheapest != target, price > (moves.prices[cheapest] ?? 0) * Int128(need) {
          continue
        }
      }
      let after = cost + price
      let rest = max(0, available[target] - need)
      let left = free - max(0, available[target]) + rest
      let gainedNow =
        gained - gain(available[target], at: target, from: later)
        + gain(rest, at: target, from: later)
      let bound = after + self.bound(from: later, free: left, gainedNow)
      guard bound < bestCost else { continue }
      choices.append(Choice(target: target, cost: after, bound: bound, rest: rest))
    }
    choices.sort { left, right in
      if left.bound != right.bound { return left.bound < right.bound }
      if left.rest != right.rest { return left.rest < right.rest }
      return (left.target ?? .max) < (right.target ?? .max)
    }
    return choices
  }

  /// The better of the two bounds for the purchases from a place on.
  private func bound(from place: Int, free: Int, _ gained: Int128) -> Int128 {
    let bound = moves.bound.cost(from: place, free: free)
    return gains.map { max(bound, $0.worth(from: place) - gained) } ?? bound
  }

  private func gained(from place: Int) -> Int128 {
    available.indices.reduce(0) { $0 + gain(available[$1], at: $1, from: place) }
  }

  private func gain(_ available: Int, at target: Int, from place: Int) -> Int128 {
    gains?.gain(available, at: target, from: place) ?? 0
  }

  /// Where a licence can be bought for the least, at no other condition.
  private var cheapestTarget: Int? {
    available.indices.filter { available[$0] >= 0 && moves.prices[$0] != nil }.min {
      (moves.prices[$0] ?? 0) < (moves.prices[$1] ?? 0)
    }
  }

  /// True when an earlier target has the same price and as many licences left: to choose between them
  /// changes nothing.
  private func hasTwin(_ target: Int) -> Bool {
    guard available.count <= 32 else { return false }
    return (0..<target).contains { other in
      available[other] == available[target] && moves.prices[other] == moves.prices[target]
    }
  }
}
