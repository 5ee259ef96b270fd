import Reporting
import TestSupport

/// How good a plan is: cheaper first, then fewer licences to buy, then fewer purchases that stay.
struct PlanValue: Comparable {
  var cost: Int128 = 0
  var bought = 0
  var kept = 0

  static func < (left: PlanValue, right: PlanValue) -> Bool {
    (left.cost, left.bought, left.kept) < (right.cost, right.bought, right.kept)
  }
}

extension MoveProblem {
  /// The value of a plan, purchase by purchase and licence by licence; nil for one that is not legal.
  func value(of choices: [Int?]) -> PlanValue? {
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
  func cheapest() -> PlanValue {
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
  static func random(
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

  /// Targets that are nearly full, some of them alike, for purchases with prices that all differ: what
  /// fits, and what each licence too many costs, decides.
  static func nearlyFull(
    purchases count: Int, targets: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> MoveProblem {
    let sizes = [1...5, 3...5, 1...40, 30...50].randomElement(using: &random) ?? 1...5
    let purchases = (0..<count).map { _ in
      let people = Int.random(in: sizes, using: &random)
      let price = Int128(Int.random(in: 500...20_000, using: &random))
      return Purchase(people: people, cost: price * Int128(people))
    }
    let people = purchases.reduce(0) { $0 + $1.people }
    let number = Int.random(in: targets, using: &random)
    let share = people / max(1, number)
    let usual = Int128(Int.random(in: 8_000...20_000, using: &random))
    let alike = Int.random(in: 0...2, using: &random)
    let made = (0..<number).map { _ in
      let available = Int.random(in: share * 8 / 10...share, using: &random)
      let other = Int128(Int.random(in: 8_000...30_000, using: &random))
      let price = [nil, other, usual].randomElement(using: &random) ?? usual
      let lacks = Int.random(in: 0..<6, using: &random) == 0
      return Target(
        available: alike == 0 ? share * 9 / 10 : lacks ? -available : available,
        price: alike == 1 ? usual : price)
    }
    return MoveProblem(purchases: purchases, targets: made)
  }
}
