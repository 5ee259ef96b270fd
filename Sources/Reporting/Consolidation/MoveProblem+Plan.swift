extension MoveProblem {
  /// The cheapest plan, proven for up to 24 purchases; for more the best that is found within some
  /// seconds. Nil when the amounts are too large.
  ///
  /// For few purchases the search ends after `stepLimit` steps as well, but nobody has seen a problem of
  /// some targets that needed so many.
  package func cheapestPlan(stepLimit: Int? = nil) -> MovePlan? {
    guard let moves = WeighedMoves(self) else { return nil }
    guard var search = FillingSearch(moves) else { return MoveSearch.plan(self) }
    let result = search.run(stepLimit: stepLimit ?? FillingSearch.stepLimit)
    let least = moves.money(in: result.leastCost)
    let found = result.plan.map { plan in
      let cost = moves.money(in: plan.cost)
      return MovePlan(
        choices: plan.choices, cost: cost, leastCost: min(cost, least), steps: result.steps)
    }
    if let found, result.plan?.cost == result.leastCost { return found }
    guard let other = MoveSearch.plan(self) else { return found }
    let best = found.map { $0.cost < other.cost ? $0 : other } ?? other
    return MovePlan(
      choices: best.choices, cost: best.cost,
      leastCost: min(best.cost, max(least, other.leastCost)), steps: result.steps + other.steps)
  }
}
