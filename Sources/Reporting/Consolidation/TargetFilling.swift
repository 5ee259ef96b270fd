/// Fills one target after the other with a whole set of purchases, looking for a plan below a limit.
///
/// What is left to do depends only on the target at hand and the purchases that are left, so that a
/// state that was seen at no higher cost is left again. `SharedLicenseBound` ends branches; for the last
/// target it is the cost itself.
struct TargetFilling {
  /// A target that is about to be filled.
  struct State: Hashable {
    var target = 0
    /// The purchases that no target has yet, and that may still move.
    var left: PurchaseSet
    /// What a target like this one just before it has taken.
    var twin: Load?
  }

  /// How a target is filled, for the order among those that are alike.
  struct Load: Hashable {
    /// How many licences are left over; for a target that sells some, all licences and those sold.
    let rank: Int
    /// The first purchase, so that no two are equal.
    let first: Int

    /// False when a target with this load would come before the one that it follows.
    func mayFollow(_ other: Load) -> Bool { (other.rank, other.first) <= (rank, first) }
  }

  /// The best plan that was found below the limit: what each target takes.
  private(set) var found: [PurchaseSet]?
  /// What is looked for costs less than this; the cost of the best plan once there is one.
  private(set) var limit = Int128(0)
  /// How much was done: sums made, and sets looked at.
  private(set) var steps = 0

  let problem: FillingProblem
  private let bound: SharedLicenseBound
  private let sets: TargetSets
  private var taken: [PurchaseSet]
  private var seen = SeenFillings(purchases: 0)
  private var stepLimit = 0

  init(_ problem: FillingProblem) {
    self.problem = problem
    bound = SharedLicenseBound(problem)
    sets = TargetSets(problem, bound)
    taken = Array(repeating: PurchaseSet(), count: problem.targets.count)
  }

  /// All purchases, before any target is filled.
  private var all: PurchaseSet { PurchaseSet(first: problem.people.count) }

  /// No plan costs less.
  var leastCost: Int128 {
    problem.paid
      + bound.loads(of: all, free: problem.free[0]).leastCost(free: problem.free[0])
  }

  /// Looks for the best plan below a limit; false when so many more steps do not suffice.
  mutating func search(below limit: Int128, stepLimit: Int) -> Bool {
    (self.limit, self.stepLimit, found) = (limit, steps + stepLimit, nil)
    guard !problem.targets.isEmpty else {
      if leastCost < limit { (self.limit, found) = (leastCost, []) }
      return true
    }
    seen = SeenFillings(purchases: problem.people.count)
    defer { seen = SeenFillings(purchases: 0) }
    visit(State(left: all), cost: problem.paid)
    return steps <= self.stepLimit
  }

  private mutating func visit(_ state: State, cost: Int128) {
    guard steps <= stepLimit else { return }
    let free = problem.free[state.target]
    steps += problem.people.count
    guard cost + bound.roughCost(of: state.left, free: free) < limit else { return }
    guard seen.add(state, cost: cost) else { return }
    let loads = bound.loads(of: state.left, free: free)
    steps += problem.people.count * loads.highest
    let least = cost + loads.leastCost(free: free)
    guard least < limit else { return }
    if state.target + 1 == problem.targets.count {
      taken[state.target] = bound.moving(of: state.left, free: free)
      (found, limit) = (taken, least)
    } else {
      fill(state, cost, spare: loads.spare(of: free, below: limit - cost))
    }
  }

  /// Goes on with every set that the target may take.
  private mutating func fill(_ state: State, _ cost: Int128, spare: Int) {
    var choice = sets.choices(of: state, spare: spare)
    while steps <= stepLimit {
      let before = choice.steps
      guard let set = choice.next() else { break }
      steps += choice.steps - before
      guard let chosen = sets.judge(set, state) else { continue }
      taken[state.target] = set.purchases
      let target = state.target + 1
      let twin = problem.isTwin(target) ? chosen.load : nil
      visit(State(target: target, left: chosen.left, twin: twin), cost: cost + chosen.cost)
    }
  }
}
