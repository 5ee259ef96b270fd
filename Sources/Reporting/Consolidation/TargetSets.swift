/// The sets of purchases that a target may take in a plan that cannot be improved in a simple way.
///
/// Of the best plans the search looks for the one whose targets, in their order, sell the fewest licences,
/// then fill the most, then take the first purchases. So a set is left out when a change makes a plan
/// no dearer and comes before it in that order.
struct TargetSets {
  /// A set that a target may take.
  struct Choice {
    let purchases: PurchaseSet
    /// How many licences it needs.
    let load: Int
  }

  /// What follows from a choice.
  struct Chosen {
    /// What the target sells, and the purchases that then have to stay.
    var cost: Int128
    /// The purchases that may move to the next targets.
    var left: PurchaseSet
    let load: TargetFilling.Load
  }

  private let problem: FillingProblem
  private let bound: SharedLicenseBound

  init(_ problem: FillingProblem, _ bound: SharedLicenseBound) {
    self.problem = problem
    self.bound = bound
  }

  /// The sets with no more than so many licences left over.
  func choices(of state: TargetFilling.State, spare: Int) -> TargetSetChoices {
    TargetSetChoices(
      Array(state.left), problem.people, free: problem.targets[state.target].free, spare: spare,
      mayBuy: problem.targets[state.target].price != nil)
  }

  /// What follows from a choice; nil when another is as good.
  func judge(_ choice: Choice, _ state: TargetFilling.State) -> Chosen? {
    let target = problem.targets[state.target]
    let spare = target.free - choice.load
    let load = TargetFilling.Load(
      rank: spare >= 0 ? spare : target.free - spare, first: choice.purchases.first ?? .max)
    if let twin = state.twin, !load.mayFollow(twin) { return nil }
    var chosen = Chosen(cost: 0, left: state.left.subtracting(choice.purchases), load: load)
    if spare < 0 {
      chosen.cost = (target.price ?? 0) * Int128(-spare)
      // Buying for less than one of them elsewhere, or for one that stays, is what it is good for.
      guard choice.purchases.allSatisfy({ bound.cost($0) > chosen.cost }) else { return nil }
    }
    for other in chosen.left {
      switch exchange(other, choice.purchases, spare: spare, price: target.price ?? 0) {
      case .better: return nil
      case .betterIfItMoves:
        chosen.left.remove(other)
        chosen.cost += problem.stay[other]
      case .worse: continue
      }
    }
    return chosen
  }

  /// What it means to have another purchase in a set, instead of one of it or beside all.
  private enum Exchange {
    case worse
    /// No dearer, wherever the other is.
    case better
    /// No dearer when the other moves to a later target: so it has to stay.
    case betterIfItMoves
  }

  private func exchange(
    _ other: Int, _ set: PurchaseSet, spare: Int, price: Int128
  ) -> Exchange {
    if spare == 0 { return .worse }
    if spare > 0, problem.people[other] <= spare { return .better }
    var result = Exchange.worse
    for one in set {
      let more = problem.people[other] - problem.people[one]
      // A larger one fills what is left over, or a smaller one needs fewer to be bought: later targets
      // have room for the larger one at no higher price.
      guard more != 0, spare > 0 ? 1...spare ~= more : spare...(-1) ~= more else { continue }
      let saved = spare > 0 ? 0 : price * Int128(-more)
      if problem.stay[one] - problem.stay[other] <= saved { return .better }
      result = .betterIfItMoves
    }
    return result
  }
}

/// One set after the other that fills a target, those with large purchases first.
///
/// Sets that need more than what is free end with the purchase for which some are bought: without any
/// one of theirs they would fit. Of purchases for as many people the first ones are taken.
struct TargetSetChoices {
  private let places: [Int]
  private let people: [Int]
  /// How many licences the purchases from an index of `places` on need.
  private let needs: [Int]
  private let free: Int
  private let spare: Int
  private let mayBuy: Bool
  /// How many sets were made, whole ones and others.
  private(set) var steps = 0
  /// The sets to go on with.
  private var open: [(index: Int, choice: TargetSets.Choice)]

  init(_ places: [Int], _ people: [Int], free: Int, spare: Int, mayBuy: Bool) {
    self.places = places
    self.people = people
    (self.free, self.spare, self.mayBuy) = (free, spare, mayBuy)
    needs = places.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + people[$1]) }
      .reversed()
    open = [(0, TargetSets.Choice(purchases: PurchaseSet(), load: 0))]
  }

  mutating func next() -> TargetSets.Choice? {
    while let (index, choice) = open.popLast() {
      steps += 1
      guard choice.load + needs[index] >= free - spare else { continue }
      guard index < places.count else { return choice }
      let need = people[places[index]]
      var other = index + 1
      while other < places.count, people[places[other]] == need { other += 1 }
      open.append((other, choice))
      let larger = TargetSets.Choice(
        purchases: choice.purchases.adding(places[index]), load: choice.load + need)
      if larger.load <= free {
        open.append((index + 1, larger))
      } else if mayBuy {
        return larger
      }
    }
    return nil
  }
}
