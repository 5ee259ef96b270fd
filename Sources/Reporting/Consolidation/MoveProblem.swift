/// Which purchases to take over whole into which subscriptions, in whole numbers: a generalised
/// assignment problem.
///
/// A purchase stays, at its cost, or moves: then its target needs a licence for each of its people.
/// Licences that the target lacks are bought at its price. A target that has given out more than it
/// has needs the missing ones first, before anybody can move there.
package struct MoveProblem: Hashable, Sendable {
  /// What a user bought.
  package struct Purchase: Hashable, Sendable {
    /// How many licences its people need; at least one.
    package let people: Int
    /// What it costs when it stays.
    package let cost: Int128

    /// Makes a purchase.
    package init(people: Int, cost: Int128) {
      precondition(people > 0, "a purchase that nobody uses is no question")
      self.people = people
      self.cost = cost
    }
  }

  /// A subscription that people can move to.
  package struct Target: Hashable, Sendable {
    /// How many licences it has left, below zero when it has given out too many; nil is Unlimited.
    package let available: Int?
    /// What one more licence costs, not below zero; nil when none can be bought.
    package let price: Int128?

    /// Makes a target.
    package init(available: Int?, price: Int128?) {
      precondition(price ?? 0 >= 0, "a licence has no price below zero")
      self.available = available
      self.price = price
    }
  }

  /// The purchases; their order decides between plans that are equally good.
  package let purchases: [Purchase]
  /// The targets.
  package let targets: [Target]

  /// Makes a problem.
  package init(purchases: [Purchase], targets: [Target]) {
    self.purchases = purchases
    self.targets = targets
  }

  /// How many licences each target lacks when the purchases go where `choices` say.
  package func shortages(_ choices: [Int?]) -> [Int] {
    var needs = Array(repeating: 0, count: targets.count)
    for (purchase, target) in zip(purchases, choices) {
      if let target { needs[target] += purchase.people }
    }
    return zip(needs, targets).map { need, target in
      guard need > 0, let available = target.available else { return 0 }
      return max(0, need - available)
    }
  }
}

/// What a search found.
package struct MovePlan: Hashable, Sendable {
  /// For each purchase the place of its target; nil when it stays.
  package let choices: [Int?]
  /// What the purchases that stay and the licences to buy cost together.
  package let cost: Int128
  /// No plan costs less than this; the cost itself when that is proven.
  package let leastCost: Int128
  /// How many choices were looked at.
  package let steps: Int

  /// True when no plan is cheaper.
  package var isProven: Bool { cost == leastCost }
}
