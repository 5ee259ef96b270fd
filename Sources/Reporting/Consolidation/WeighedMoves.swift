/// A problem made ready for the search: one number stands for everything that makes a plan better.
///
/// Money comes first, then fewer licences to buy, then fewer purchases that stay; each counts more
/// than all that could follow, so that the least number is the best plan.
struct WeighedMoves {
  /// The purchases of the problem, in the order of the search.
  let order: [Int]
  /// How many licences each needs, in that order.
  let people: [Int]
  /// What it costs when it stays, in that order.
  let stay: [Int128]
  /// What one more licence of a target costs; nil when none can be bought.
  let prices: [Int128?]
  /// How many licences a target has left; no more than all people need.
  let available: [Int]
  /// What the purchases from a place on cost at least.
  let bound: FreeLicenseBound
  private let weights: MoveWeights

  /// Nil when the amounts do not fit.
  init?(_ problem: MoveProblem) {
    guard let weights = MoveWeights(problem) else { return nil }
    self.weights = weights
    prices = problem.targets.map { $0.price.map { weights.price($0) } }
    let needs = problem.purchases.map(\.people)
    let all = needs.reduce(0, +)
    available = problem.targets.map { min(all, $0.available ?? all) }
    let stays = problem.purchases.map { weights.stay($0.cost) }
    let least = prices.compactMap { $0 }.min()
    let costs = zip(needs, stays).map { need, stay in
      least.map { min(stay, $0 * Int128(need)) } ?? stay
    }
    let order = FreeLicenseBound.order(people: needs, costs: costs)
    self.order = order
    people = order.map { needs[$0] }
    stay = order.map { stays[$0] }
    bound = FreeLicenseBound(people: people, costs: order.map { costs[$0] })
  }

  /// The money in a weighed cost, rounded down: what a plan of that cost or more costs at least.
  func money(in cost: Int128) -> Int128 {
    let (whole, rest) = cost.quotientAndRemainder(dividingBy: weights.money)
    return (rest < 0 ? whole - 1 : whole) * weights.unit
  }
}

/// What money, a licence and a purchase that stays count in a weighed cost.
private struct MoveWeights {
  /// The weight of one `unit` of money.
  let money: Int128
  /// The weight of one licence to buy.
  let licence: Int128
  /// The largest amount of which all costs and prices are multiples.
  let unit: Int128

  /// Nil when a weighed cost, or one of the products of the bound, might not fit.
  init?(_ problem: MoveProblem) {
    let costs = problem.purchases.map(\.cost)
    let prices = problem.targets.compactMap(\.price)
    let common = (costs + prices).reduce(Int128(0)) { Self.divisor($0, $1) }
    unit = max(1, common)
    let people = problem.purchases.reduce(0) { $0 + $1.people }
    let lacking = problem.targets.reduce(0) { $0 + max(0, -($1.available ?? 0)) }
    licence = Int128(problem.purchases.count + 1)
    money = Int128(people + lacking + 1) * licence
    var total = Int128(0)
    let most = prices.max() ?? 0
    let amounts = costs + [most]
    for (place, amount) in amounts.enumerated() {
      let count = place < costs.count ? 1 : Int128(people + lacking)
      let weighed = (amount.magnitude / unit.magnitude).multipliedReportingOverflow(
        by: (money + licence).magnitude)
      guard !weighed.overflow, let one = Int128(exactly: weighed.partialValue) else { return nil }
      let part = (one + 1).multipliedReportingOverflow(by: count)
      let sum = total.addingReportingOverflow(part.partialValue)
      guard !part.overflow, !sum.overflow else { return nil }
      total = sum.partialValue
    }
    guard !total.multipliedReportingOverflow(by: Int128(people + 1)).overflow else { return nil }
  }

  func price(_ amount: Int128) -> Int128 { amount / unit * money + licence }

  func stay(_ amount: Int128) -> Int128 { amount / unit * money + 1 }

  private static func divisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left.magnitude, right.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    return Int128(left)
  }
}
