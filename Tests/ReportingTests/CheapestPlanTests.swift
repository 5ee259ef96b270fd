import Reporting
import TestSupport
import Testing

/// The cheapest plan for few purchases against trying every plan.
struct CheapestPlanTests {
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

  @Test(arguments: UInt64(1)...600)
  func nearlyFullTargetsAreFilledAsByTryingEveryPlan(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 53)
    let targets = Int.random(in: 1...4, using: &random)
    let most = [0, 9, 7, 6, 5][targets]
    let count = Int.random(in: 2...most, using: &random)
    try Self.expectCheapest(.nearlyFull(purchases: count, targets: targets...targets, &random))
  }

  @Test(arguments: UInt64(1)...8)
  func twentyFourPurchasesForNearlyFullTargetsAreProvenCheapest(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 71)
    let problem = MoveProblem.nearlyFull(purchases: 24, targets: 5...6, &random)
    let plan = try #require(problem.cheapestPlan())
    #expect(plan.isProven)
    #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    #expect(plan == problem.cheapestPlan())
  }

  @Test(arguments: UInt64(1)...60)
  func withoutStepsABestPlanAndItsBoundAreStillRight(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 19)
    let count = Int.random(in: 3...6, using: &random)
    let problem = MoveProblem.nearlyFull(purchases: count, targets: 2...3, &random)
    for limit in [0, 100, 1_000] {
      let plan = try #require(problem.cheapestPlan(stepLimit: limit))
      let best = problem.cheapest().cost
      #expect(problem.value(of: plan.choices)?.cost == plan.cost)
      #expect(plan.leastCost <= best && best <= plan.cost)
    }
  }

  @Test func manyTargetsOrPurchasesHaveAPlanAllTheSame() throws {
    var random = SeededGenerator(state: 11)
    for (purchases, targets) in [(25, 3), (6, 65), (24, 30)] {
      let problem = MoveProblem.random(
        purchases: purchases, targets: targets...targets, &random)
      let plan = try #require(problem.cheapestPlan())
      #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    }
  }

  @Test(arguments: UInt64(1)...60)
  func twentyFourPurchasesAreProvenCheapest(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &* 101)
    let problem = MoveProblem.random(purchases: 24, targets: 1...3, &random)
    let plan = try #require(problem.cheapestPlan())
    #expect(plan.isProven)
    #expect(problem.value(of: plan.choices)?.cost == plan.cost)
    let staying = problem.purchases.reduce(0) { $0 + $1.cost }
    #expect(plan.cost <= staying)
  }

  @Test func ofEquallyCheapPlansTheOneThatBuysLeastIsTaken() throws {
    // Staying costs what two licences cost; a purchase that costs nothing moves all the same.
    let problem = MoveProblem(
      purchases: [.init(people: 2, cost: 200), .init(people: 1, cost: 0)],
      targets: [.init(available: 1, price: 100)])
    let plan = try #require(problem.cheapestPlan())
    #expect(plan.cost == 100 && plan.choices == [0, nil])
    let free = MoveProblem(
      purchases: [.init(people: 1, cost: 0)], targets: [.init(available: 1, price: 100)])
    #expect(free.cheapestPlan()?.choices == [0])
    let even = MoveProblem(
      purchases: [.init(people: 2, cost: 200)], targets: [.init(available: 0, price: 100)])
    #expect(even.cheapestPlan()?.choices == [nil])
  }

  @Test func licencesThatAreLackingComeFirst() throws {
    // Two licences are given out beyond what there is, so that one person needs three.
    let target = MoveProblem.Target(available: -2, price: 100)
    func choice(_ cost: Int128) -> [Int?]? {
      MoveProblem(purchases: [.init(people: 1, cost: cost)], targets: [target])
        .cheapestPlan()?.choices
    }
    #expect(choice(300) == [nil])
    #expect(choice(301) == [0])
  }

  @Test func amountsThatDoNotFitHaveNoPlan() {
    let problem = MoveProblem(
      purchases: [.init(people: 3, cost: .max), .init(people: 1, cost: .max - 1)],
      targets: [.init(available: 1, price: .max - 2)])
    #expect(problem.cheapestPlan() == nil)
  }

  private static func expectCheapest(_ problem: MoveProblem) throws {
    let plan = try #require(problem.cheapestPlan())
    let value = try #require(problem.value(of: plan.choices), "the plan is not legal")
    let best = problem.cheapest()
    #expect(value == best)
    #expect(plan.cost == best.cost && plan.isProven)
  }
}
