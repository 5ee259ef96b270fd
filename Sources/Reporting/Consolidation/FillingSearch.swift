/// Finds the cheapest plan for few purchases, and proves it: whatever their sizes and prices are, within
/// seconds.
///
/// `TargetFilling` looks for a plan below a limit, which starts at the least that any plan can cost and
/// is raised until there is one. A limit below which there is none is proven, so that little depends on
/// which plan is found first.
struct FillingSearch {
  /// For how many purchases it is made.
  static let purchaseLimit = 24
  /// How many steps are made before the search gives up; some seconds.
  static let stepLimit = 4_000_000_000

  private let moves: WeighedMoves
  private var fillings: [TargetFilling]
  private var best: (cost: Int128, filling: Int, sets: [PurchaseSet])?

  /// What was found: the cheapest plan when it costs the least that any can.
  struct Result {
    let plan: (choices: [Int?], cost: Int128)?
    let leastCost: Int128
    let steps: Int
  }

  /// Nil for a problem that is too large.
  init?(_ moves: WeighedMoves) {
    let limits = FillingProblem.limits
    guard moves.order.count <= Self.purchaseLimit, moves.available.count <= limits.targets,
      moves.bound.need(from: 0) <= limits.people
    else { return nil }
    self.moves = moves
    fillings = FillingProblem.all(moves).map { TargetFilling($0) }
  }

  /// Searches until the plan is proven, or so many steps are made.
  mutating func run(stepLimit: Int) -> Result {
    let least = fillings.map(\.leastCost)
    let stays = moves.stay.reduce(0, +)
    var proven = least.min() ?? stays
    var limit = proven + 1
    var raise = max(1, (stays - limit) / 1024)
    while best == nil {
      for place in fillings.indices where least[place] < limit {
        let isDone = fillings[place].search(below: limit, stepLimit: stepLimit - steps)
        if let sets = fillings[place].found {
          limit = fillings[place].limit
          best = (limit, place, sets)
        }
        guard isDone else { return result(leastCost: proven) }
      }
      proven = limit
      limit += raise
      raise *= 2
    }
    return result(leastCost: proven)
  }

  private var steps: Int { fillings.reduce(0) { $0 + $1.steps } }

  private func result(leastCost: Int128) -> Result {
    let plan = best.map { (choices: choices($0.filling, $0.sets), cost: $0.cost) }
    return Result(plan: plan, leastCost: leastCost, steps: steps)
  }

  private func choices(_ filling: Int, _ sets: [PurchaseSet]) -> [Int?] {
    let problem = fillings[filling].problem
    var choices: [Int?] = Array(repeating: nil, count: moves.order.count)
    for (target, set) in zip(problem.targets, sets) {
      for place in set { choices[moves.order[problem.order[place]]] = target.place }
    }
    return choices
  }
}
