/// A cell that shows how a file is written, and its line.
struct Witness: Hashable, Sendable {
  let text: String
  /// Its line; 0 until the record that holds it is complete.
  var line: Int
}

/// How many cells can be read in each of several ways.
struct ReadingCounts<Way: CaseIterable & Hashable & Sendable>: Hashable, Sendable
where Way.AllCases == [Way] {
  /// What is known of one way.
  private struct Count: Hashable {
    var readable = 0
    /// The first cell that cannot be read in that way, but in another.
    var against: Witness?
  }

  /// How many cells can be read in at least one way.
  private(set) var total = 0
  /// By place among all ways.
  private var counts = Way.allCases.map { _ in Count() }
  /// The first cell that says something else in another way.
  private(set) var twofold: Witness?
  /// A witness waits for its line.
  private var isUnsettled = false

  /// How many can be read in a way.
  func readable(_ way: Way) -> Int { counts[place(way)].readable }

  /// The first cell that cannot be read in that way, but in another.
  func against(_ way: Way) -> Witness? { counts[place(way)].against }

  private func place(_ way: Way) -> Int {
    guard let place = Way.allCases.firstIndex(of: way) else {
      preconditionFailure("a way is one of all")
    }
    return place
  }

  /// Counts a cell that can be read in those ways.
  mutating func note(
    isTwofold: Bool, text: @autoclosure () -> String, isReadable: (Way) -> Bool
  ) {
    let ways = Way.allCases.map(isReadable)
    guard ways.contains(true) else { return }
    total += 1
    for place in ways.indices {
      if ways[place] {
        counts[place].readable += 1
      } else if counts[place].against == nil {
        counts[place].against = Witness(text: text(), line: 0)
        isUnsettled = true
      }
    }
    if isTwofold, twofold == nil {
      twofold = Witness(text: text(), line: 0)
      isUnsettled = true
    }
  }

  /// Adds `count` cells that only one way reads, whose texts need not be kept.
  mutating func note(_ way: Way, count: Int) {
    total += count
    let own = place(way)
    counts[own].readable += count
    for place in counts.indices where place != own && count > 0 && counts[place].against == nil {
      counts[place].against = Witness(text: "", line: 0)
      isUnsettled = true
    }
  }

  /// Counts a cell that can be read in every way and is not kept.
  mutating func noteReadableInEveryWay() {
    total += 1
    for place in counts.indices { counts[place].readable += 1 }
  }

  /// Says on which line the cells stand that were noted since the last call.
  mutating func settle(line: Int) {
    guard isUnsettled else { return }
    isUnsettled = false
    if twofold?.line == 0 { twofold?.line = line }
    for place in counts.indices where counts[place].against?.line == 0 {
      counts[place].against?.line = line
    }
  }

  /// Says that so many lines stand before the part of the file that was counted.
  mutating func move(byLines count: Int) {
    twofold?.line += count
    for place in counts.indices { counts[place].against?.line += count }
  }

  /// Adds the counts of a later part of the file.
  mutating func add(_ later: Self) {
    total += later.total
    for place in counts.indices {
      counts[place].readable += later.counts[place].readable
      if counts[place].against == nil { counts[place].against = later.counts[place].against }
    }
    if twofold == nil { twofold = later.twofold }
    isUnsettled = isUnsettled || later.isUnsettled
  }

  /// The ways in which all cells can be read.
  var whole: [Way] { Way.allCases.filter { against($0) == nil } }
}
