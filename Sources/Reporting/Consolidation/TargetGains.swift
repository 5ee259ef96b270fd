/// What each target alone could save, by how many licences it has left: the sharper of the bounds.
///
/// Each purchase is given a worth, not above what it costs when it stays. A target gains the worth of
/// the purchases that it takes, less what it has to buy for them, and takes the set that gains most.
/// Where every target chooses for itself some purchase may be taken twice, so no plan gains more than
/// all targets together.
struct TargetGains {
  /// Problems with more entries than this do without.
  private static let entryLimit = 1_000_000

  /// For each place and target, and each number of licences left from `lowest` on.
  private var gains: [Int128]
  private var worths: [Int128]
  private let lowest: Int
  private let width: Int
  private let targetCount: Int

  /// The most that a target gains from the purchases from a place on.
  func gain(_ available: Int, at target: Int, from place: Int) -> Int128 {
    gains[(place * targetCount + target) * width + available - lowest]
  }

  /// The worth of all purchases from a place on.
  func worth(from place: Int) -> Int128 { worths[place] }

  /// The table of the worth for which the bound of the whole problem is best; nil for large problems.
  init?(_ moves: WeighedMoves) {
    let width = moves.bound.need(from: 0) + 1 - min(0, moves.available.min() ?? 0)
    let rows = (moves.people.count + 1) * moves.available.count
    guard rows > 0, width < Self.entryLimit / rows else { return nil }
    let rates = zip(moves.stay, moves.people).map { max(0, $0 / Int128($1)) }
    var best: (table: TargetGains, bound: Int128)?
    for rate in Set(rates + moves.prices.compactMap { $0 }).sorted() {
      let table = TargetGains(moves, worthOfLicense: rate)
      let bound = moves.available.indices.reduce(table.worth(from: 0)) { bound, target in
        bound - table.gain(moves.available[target], at: target, from: 0)
      }
      if best.map({ bound > $0.bound }) ?? true { best = (table, bound) }
    }
    guard let best else { return nil }
    self = best.table
  }

  private init(_ moves: WeighedMoves, worthOfLicense rate: Int128) {
    let (count, people) = (moves.people.count, moves.bound.need(from: 0))
    targetCount = moves.available.count
    lowest = min(0, moves.available.min() ?? 0)
    width = people - lowest + 1
    gains = Array(repeating: 0, count: (count + 1) * targetCount * width)
    worths = Array(repeating: 0, count: count + 1)
    var loads = LoadWorths(people: people)
    for place in (0..<count).reversed() {
      let worth = min(moves.stay[place], rate * Int128(moves.people[place]))
      worths[place] = worths[place + 1] + worth
      loads.add(moves.people[place], worth)
      for target in 0..<targetCount {
        let start = (place * targetCount + target) * width - lowest
        fill(from: start, loads, price: moves.prices[target])
      }
    }
  }

  /// The gains of a target by the licences that it has left.
  private mutating func fill(from start: Int, _ loads: LoadWorths, price: Int128?) {
    let people = loads.most.count - 1
    var most = Int128(0)
    for left in 0...people {
      if let worth = loads.most[left] { most = max(most, worth) }
      gains[start + left] = most
    }
    guard let price else { return }
    // The best of all loads above what is left, as if every licence of them were bought.
    var beyond: Int128?
    for left in stride(from: people - 1, through: lowest, by: -1) {
      if left >= 0, let worth = loads.most[left + 1] {
        let gain = worth - price * Int128(left + 1)
        beyond = max(beyond ?? gain, gain)
      }
      guard let beyond else { continue }
      gains[start + left] = max(gains[start + left], beyond + price * Int128(left))
    }
  }
}

/// The most worth of purchases that need so many licences together; nil where none do.
private struct LoadWorths {
  private(set) var most: [Int128?]

  init(people: Int) {
    most = Array(repeating: nil, count: people + 1)
    most[0] = 0
  }

  /// Adds a purchase, which may be taken or not.
  mutating func add(_ need: Int, _ worth: Int128) {
    for load in stride(from: most.count - 1, through: need, by: -1) {
      guard let rest = most[load - need] else { continue }
      most[load] = max(most[load] ?? rest + worth, rest + worth)
    }
  }
}
