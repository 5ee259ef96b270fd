/// The states of a search that need not be gone on from again: a place, and the licences that are left.
struct SeenStates {
  /// How many are remembered at most.
  private static let limit = 400_000
  /// Problems with more targets than this remember nothing.
  private static let targetLimit = 16

  private let moves: WeighedMoves
  private let fills: FillTable?
  /// The targets with the same price, those that sell nothing first.
  private let targetsByPrice: [[Int]]
  private var costs: [[Int32]: Int128] = [:]

  init(_ moves: WeighedMoves) {
    self.moves = moves
    fills = FillTable(people: moves.people, upTo: moves.available.max() ?? 0)
    targetsByPrice = Dictionary(grouping: moves.prices.indices) { moves.prices[$0] ?? -1 }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// Remembers a state; false when it was reached before at no higher cost.
  mutating func add(_ place: Int, _ available: [Int], cost: Int128) -> Bool {
    guard available.count <= Self.targetLimit else { return true }
    let state = state(place, available)
    if let known = costs[state] {
      guard cost < known else { return false }
    } else if costs.count >= Self.limit {
      return true
    }
    costs[state] = cost
    return true
  }

  /// What the rest of a plan depends on: the licences that it could use. Which of the targets of one
  /// price has them is all the same.
  private func state(_ place: Int, _ available: [Int]) -> [Int32] {
    var state = [Int32(clamping: place)]
    for targets in targetsByPrice {
      let first = state.count
      for target in targets { state.append(usable(available[target], at: target, from: place)) }
      if targets.count > 1 { state[first...].sort() }
    }
    return state
  }

  /// How many licences of a target could be used, below zero when it lacks some. Where none can be
  /// bought, those that no set of purchases fills are of no use.
  private func usable(_ available: Int, at target: Int, from place: Int) -> Int32 {
    let most = min(available, moves.bound.need(from: place))
    guard most > 0, moves.prices[target] == nil, let fills else { return Int32(clamping: most) }
    return fills.filled(of: most, from: place)
  }
}
