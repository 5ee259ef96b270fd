import Reporting
import TestSupport
import Testing

/// The search of a good plan for many purchases.
struct MoveSearchTests {
  @Test(arguments: UInt64(1)...200)
  func smallProblemsAreSolvedAsByTryingEveryPlan(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let count = Int.random(in: 0...6, using: &random)
    let problem = MoveProblem.random(purchases: count, targets: 0...3, &random)
    let plan = try #require(MoveSearch.plan(problem))
    #expect(problem.value(of: plan.choices) == problem.cheapest())
    #expect(plan.isProven)
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
}
