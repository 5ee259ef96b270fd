/// What purchases cost at least when so many licences are free, wherever they are, and all others are
/// bought at one price: a purchase moves whole or stays, but its people may move to several targets.
///
/// With a single target that is the cost itself.
struct SharedLicenseBound {
  private let people: [Int]
  private let stay: [Int128]
  private let price: Int128?
  /// What each costs at least without a free licence.
  private let costs: [Int128]
  /// The places with the greatest worth of a licence first.
  private let order: [Int]

  init(_ problem: FillingProblem) {
    (people, stay, price) = (problem.people, problem.stay, problem.price)
    costs = zip(people, stay).map { [price] need, stay in
      price.map { min(stay, $0 * Int128(need)) } ?? stay
    }
    order = FreeLicenseBound.order(people: people, costs: costs)
  }

  /// What a purchase costs at least when no free licence is left for it.
  func cost(_ place: Int) -> Int128 { costs[place] }

  /// A lower bound that is found sooner: as if purchases could move in part.
  func roughCost(of set: PurchaseSet, free: Int) -> Int128 {
    var (cost, free) = (Int128(0), free)
    for place in order where set.contains(place) {
      let need = people[place]
      if need <= free {
        free -= need
      } else {
        cost += costs[place] - costs[place] * Int128(free) / Int128(need)
        free = 0
      }
    }
    return cost
  }

  /// What the purchases of a set could save, for each number of licences.
  func loads(of set: PurchaseSet, free: Int) -> LoadSavings {
    var loads = LoadSavings(price: price)
    for place in set {
      loads.add(people[place], stay[place], upTo: price == nil ? free : .max)
    }
    return loads
  }

  /// The purchases of a set that move when that costs least.
  func moving(of set: PurchaseSet, free: Int) -> PurchaseSet {
    var (load, saved) = loads(of: set, free: free).best(free: free)
    var (rest, moving) = (set, PurchaseSet())
    for place in set {
      rest.remove(place)
      if loads(of: rest, free: free).saved(load) == saved { continue }
      moving = moving.adding(place)
      load -= people[place]
      saved -= stay[place]
    }
    return moving
  }
}

/// What purchases save at most that need so many licences together.
struct LoadSavings {
  /// What they cost when all stay.
  private(set) var cost = Int128(0)
  private let price: Int128?
  /// Below zero where none need as many.
  private var savings: [Int128] = [0]

  init(price: Int128?) { self.price = price }

  /// The highest number of licences.
  var highest: Int { savings.count - 1 }

  /// What moving saves with a load; nil where there is none.
  func saved(_ load: Int) -> Int128? {
    load < savings.count && savings[load] >= 0 ? savings[load] : nil
  }

  /// Adds a purchase, which may move or stay.
  mutating func add(_ need: Int, _ stay: Int128, upTo limit: Int) {
    cost += stay
    let top = min(highest + need, limit)
    savings.append(contentsOf: repeatElement(-1, count: max(0, top - highest)))
    guard top >= need else { return }
    for load in stride(from: top, through: need, by: -1) {
      let rest = savings[load - need]
      if rest >= 0, rest + stay > savings[load] { savings[load] = rest + stay }
    }
  }

  /// The load that saves most when so many licences are free, and the cost of those that move.
  func best(free: Int) -> (load: Int, saved: Int128) {
    let load = best(free)
    return (load, savings[load])
  }

  /// What the purchases cost at least when so many licences are free.
  func leastCost(free: Int) -> Int128 {
    let load = best(free)
    return cost - savings[load] + (price ?? 0) * Int128(max(0, load - free))
  }

  private func best(_ free: Int) -> Int {
    var (best, place) = (Int128(0), 0)
    let last = min(free, highest)
    for load in 0...last where savings[load] > best { (best, place) = (savings[load], load) }
    guard let price, last < highest else { return place }
    var bought = Int128(0)
    for load in (last + 1)...highest {
      bought += price
      if savings[load] - bought > best { (best, place) = (savings[load] - bought, load) }
    }
    return place
  }

  /// How many of so many free licences may be left over at a cost below a limit.
  func spare(of free: Int, below limit: Int128) -> Int {
    var (low, high) = (0, free)
    while low < high {
      let middle = (low + high) / 2
      if leastCost(free: middle) < limit { high = middle } else { low = middle + 1 }
    }
    return free - high
  }
}
