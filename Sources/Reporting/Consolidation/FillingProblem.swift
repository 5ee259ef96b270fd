/// A problem in the form in which targets are filled one after the other.
///
/// Every target has free licences or none, and at most one sells more than it has to be full: the last,
/// where a licence costs least. The others may sell some to whom they have only part of the licences
/// for. A target that lacks licences can be such a last one; what it lacks is then paid for in advance.
struct FillingProblem {
  /// A subscription that people can move to.
  struct Target: Hashable {
    /// Its place in the whole problem.
    let place: Int
    /// How many licences are free.
    let free: Int
    /// What one more costs; nil when none can be bought.
    let price: Int128?
  }

  /// Problems with more targets, or more people, are not for this search.
  static let limits = (targets: 64, people: 100_000)

  /// The purchases by their places in `WeighedMoves`: the largest first, of equal ones the dearest.
  let order: [Int]
  /// How many licences each needs, in that order.
  let people: [Int]
  /// What it costs when it stays, in that order; above zero.
  let stay: [Int128]
  /// Where people can move: first targets that sell nothing, then the dearest.
  let targets: [Target]
  /// What is paid whoever moves.
  let paid: Int128

  /// How many licences are free in the targets from a place on.
  let free: [Int]

  /// True when a target is like the one before it, and neither is the last.
  func isTwin(_ target: Int) -> Bool {
    guard target > 0, target + 1 < targets.count else { return false }
    let (one, other) = (targets[target - 1], targets[target])
    return one.free == other.free && one.price == other.price
  }

  /// What the last target takes for a licence; nil when it sells none.
  var price: Int128? { targets.last?.price }

  /// The problems one of which has the best plan: each has another last target, and any of them is a
  /// plan of the whole.
  ///
  /// Of the targets that lack licences a best plan uses one at most, and only when nothing is cheaper:
  /// all that move to the others could move to that one.
  static func all(_ moves: WeighedMoves) -> [FillingProblem] {
    let targets = moves.available.indices.map { place in
      (place: place, available: moves.available[place], price: moves.prices[place])
    }
    let open = targets.filter { $0.available >= 0 }
    let cheapest = open.filter { $0.price != nil }.min {
      ($0.price ?? 0, $0.place) < ($1.price ?? 0, $1.place)
    }
    let usual = FillingProblem(
      moves, open.map { Target(place: $0.place, free: $0.available, price: $0.price) },
      last: cheapest?.place, paid: 0)
    return [usual]
      + targets.compactMap { target in
        guard target.available < 0, let price = target.price else { return nil }
        if let other = cheapest?.price, other <= price { return nil }
        let last = Target(place: target.place, free: 0, price: price)
        return FillingProblem(
          moves, usual.targets + [last], last: target.place,
          paid: price * Int128(-target.available))
      }
  }

  private init(_ moves: WeighedMoves, _ targets: [Target], last: Int?, paid: Int128) {
    // What costs nothing, or gives money, never moves for the better.
    let (stay, people) = (moves.stay, moves.people)
    order = people.indices.filter { stay[$0] > 0 }.sorted { left, right in
      if people[left] != people[right] { return people[left] > people[right] }
      if stay[left] != stay[right] { return stay[left] > stay[right] }
      return moves.order[left] < moves.order[right]
    }
    let needs = order.map { people[$0] }
    let all = needs.reduce(0, +)
    self.people = needs
    self.stay = order.map { stay[$0] }
    self.paid = paid + stay.reduce(0) { $0 + min(0, $1) }
    let fills = FillTable(people: needs, upTo: all)
    let used = targets.compactMap { target -> Target? in
      var free = min(target.free, all)
      if target.price == nil, let fills { free = Int(fills.filled(of: free, from: 0)) }
      guard free > 0 || target.place == last else { return nil }
      return Target(place: target.place, free: free, price: target.price)
    }
    self.targets = used.sorted { left, right in
      if (left.place == last) != (right.place == last) { return right.place == last }
      let prices = (left.price ?? .max, right.price ?? .max)
      if prices.0 != prices.1 { return prices.0 > prices.1 }
      return (left.free, left.place) < (right.free, right.place)
    }
    free = self.targets.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.free) }
      .reversed()
  }
}
