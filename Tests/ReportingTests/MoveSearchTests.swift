import Reporting
import TestSupport
import Testing

/// The search for the cheapest plan against trying every plan.
struct MoveSearchTests {
  @Test(arguments: UInt64(1)...400)
  func smallProblemsAreSolvedAsByTryingEveryPlan(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let count = Int.random(in: 0...6, using: &random)
    let problem = MoveProblem.random(purchases: count, targets: 0...3, &random)
    try Self.expectCheapest(problem)
  }

  @Test(arguments: UInt64(1)...24)
  func problemsOfUpToTwelvePurchasesAreSolvedAsByTryingEveryPlan(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 31)
    let count = Int.random(in: 9...12, using: &random)
    let problem = MoveProblem.random(purchases: count, targets: count > 10 ? 0...1 : 1...2, &random)
    try Self.expectCheapest(problem)
  }

  @Test(arguments: UInt64(1)...60)
  func twentyFourPurchasesAreProvenCheapest(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 101)
    let problem = MoveProblem.random(purchases: 24, targets: 1...3, &random)
    let plan = try #require(MoveSearch.plan(problem, stepLimit: 1_000_000))
    #expect(plan.isProven)
    #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    let staying = problem.purchases.reduce(0) { $0 + $1.cost }
    #expect(plan.cost <= staying)
  }

  @Test(arguments: UInt64(1)...60)
  func withoutStepsABestPlanAndItsBoundAreStillRight(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 17)
    let count = Int.random(in: 3...6, using: &random)
    let problem = MoveProblem.random(purchases: count, targets: 2...3, &random)
    let plan = try #require(MoveSearch.plan(problem, stepLimit: 0))
    let best = problem.cheapest().cost
    #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    #expect(plan.leastCost <= best && best <= plan.cost)
    #expect(plan.isProven == (plan.leastCost == plan.cost))
  }

  @Test func hundredsOfPurchasesEndWithAPlanAndABound() throws {
    var random = SeededGenerator(state: 7)
    let problem = MoveProblem.random(purchases: 300, targets: 6...6, &random)
    let plan = try #require(MoveSearch.plan(problem, stepLimit: 20_000))
    #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    #expect(plan.leastCost <= plan.cost)
    #expect(plan.steps < 30_000)
    #expect(plan == MoveSearch.plan(problem, stepLimit: 20_000))
  }

  @Test func ofEquallyCheapPlansTheOneThatBuysLeastIsTaken() throws {
    // Staying costs what two licences cost; a purchase that costs nothing moves all the same.
    let problem = MoveProblem(
      purchases: [.init(people: 2, cost: 200), .init(people: 1, cost: 0)],
      targets: [.init(available: 1, price: 100)])
    let plan = try #require(MoveSearch.plan(problem))
    #expect(plan.cost == 100 && plan.choices == [0, nil])
    let free = MoveProblem(
      purchases: [.init(people: 1, cost: 0)], targets: [.init(available: 1, price: 100)])
    #expect(MoveSearch.plan(free)?.choices == [0])
    let even = MoveProblem(
      purchases: [.init(people: 2, cost: 200)], targets: [.init(available: 0, price: 100)])
    #expect(MoveSearch.plan(even)?.choices == [nil])
  }

  @Test func licencesThatAreLackingComeFirst() throws {
    // Two licences are given out beyond what there is, so that one person needs three.
    let target = MoveProblem.Target(available: -2, price: 100)
    func choice(_ cost: Int128) -> [Int?]? {
      MoveSearch.plan(
        MoveProblem(purchases: [.init(people: 1, cost: cost)], targets: [target]))?.choices
    }
    #expect(choice(300) == [nil])
    #expect(choice(301) == [0])
  }

  @Test func amountsThatDoNotFitHaveNoPlan() {
    let problem = MoveProblem(
      purchases: [.init(people: 3, cost: .max), .init(people: 1, cost: .max - 1)],
      targets: [.init(available: 1, price: .max - 2)])
    #expect(MoveSearch.plan(problem) == nil)
  }

  private static func expectCheapest(_ problem: MoveProblem) throws {
    let plan = try #require(MoveSearch.plan(problem))
    let value = try #require(problem.value(of: plan.choices), "the plan is not legal")
    let best = problem.cheapest()
    #expect(value == best)
    #expect(plan.cost == best.cost && plan.isProven)
  }
}

/// How good a plan is: cheaper first, then fewer licences to buy, then fewer purchases that stay.
private struct PlanValue: Comparable {
  var cost: Int128 = 0
  var bought = 0
  var kept = 0

  static func < (left: PlanValue, right: PlanValue) -> Bool {
    (left.cost, left.bought, left.kept) < (right.cost, right.bought, right.kept)
  }
}

extension MoveProblem {
  /// The value of a plan, purchase by purchase and licence by licence; nil for one that is not legal.
  fileprivate func value(of choices: [Int?]) -> PlanValue? {
    var value = PlanValue()
    var left = targets.map(\.available)
    var isOpen = targets.map { _ in false }
    for (purchase, choice) in zip(purchases, choices) {
      guard let choice else {
        value.cost += purchase.cost
        value.kept += 1
        continue
      }
      guard let available = left[choice] else { continue }
      let owed = isOpen[choice] ? 0 : max(0, -available)
      isOpen[choice] = true
      let missing = owed + max(0, purchase.people - max(0, available))
      left[choice] = max(0, max(0, available) - purchase.people)
      guard missing > 0 else { continue }
      guard let price = targets[choice].price else { return nil }
      value.cost += price * Int128(missing)
      value.bought += missing
    }
    return value
  }

  /// The best value of all plans.
  fileprivate func cheapest() -> PlanValue {
    var best = PlanValue(cost: .max)
    var choices: [Int?] = Array(repeating: nil, count: purchases.count)
    func fill(_ place: Int) {
      guard place < choices.count else {
        if let value = value(of: choices) { best = min(best, value) }
        return
      }
      for choice in [nil] + targets.indices.map({ Int?($0) }) {
        choices[place] = choice
        fill(place + 1)
      }
    }
    fill(0)
    return best
  }

  /// Purchases with few different prices, and targets that have room for some of them.
  fileprivate static func random(
    purchases count: Int, targets: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> MoveProblem {
    let prices: [Int128] = [0, 36, 14_400, 14_400, 15_000, 16_801]
    let most = Int.random(in: 1...9, using: &random)
    let purchases = (0..<count).map { _ in
      let people = Int.random(in: 1...most, using: &random)
      let spare = Int.random(in: 0...2, using: &random)
      let price = prices.randomElement(using: &random) ?? 1
      return Purchase(people: people, cost: price * Int128(people + spare))
    }
    let people = purchases.reduce(0) { $0 + $1.people }
    let targets = (0..<Int.random(in: targets, using: &random)).map { _ in
      let isUnlimited = Int.random(in: 0..<12, using: &random) == 0
      let hasPrice = Int.random(in: 0..<3, using: &random) > 0
      return Target(
        available: isUnlimited ? nil : Int.random(in: -2...max(1, people / 2), using: &random),
        price: hasPrice ? prices.randomElement(using: &random) : nil)
    }
    return MoveProblem(purchases: purchases, targets: targets)
  }
}
