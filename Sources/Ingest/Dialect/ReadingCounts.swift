/// A cell that shows how a file is written, and its line.
struct Witness: Hashable, Sendable {
  let text: String
  /// Its line; 0 until the record that holds it is complete.
  var line: Int
}

/// How many cells can be read in each of several ways.
struct ReadingCounts<Way: CaseIterable & Hashable & Sendable>: Hashable, Sendable {
  /// How many cells can be read in at least one way.
  private(set) var total = 0
  /// How many can be read in each way.
  private(set) var readable: [Way: Int] = [:]
  /// The first cell that cannot be read in that way, but in another.
  private(set) var against: [Way: Witness] = [:]
  /// The first cell that says something else in another way.
  private(set) var twofold: Witness?

  /// Counts a cell that can be read in those ways.
  mutating func note(_ ways: Set<Way>, isTwofold: Bool, text: @autoclosure () -> String) {
    guard !ways.isEmpty else { return }
    total += 1
    for way in Way.allCases {
      if ways.contains(way) {
        readable[way, default: 0] += 1
      } else if against[way] == nil {
        against[way] = Witness(text: text(), line: 0)
      }
    }
    if isTwofold, twofold == nil { twofold = Witness(text: text(), line: 0) }
  }

  /// Adds `count` cells that only one way reads, whose texts need not be kept.
  mutating func note(_ way: Way, count: Int) {
    total += count
    readable[way, default: 0] += count
    for other in Way.allCases where other != way && against[other] == nil && count > 0 {
      against[other] = Witness(text: "", line: 0)
    }
  }

  /// Counts a cell that can be read in every way and is not kept.
  mutating func noteReadableInEveryWay() {
    total += 1
    for way in Way.allCases { readable[way, default: 0] += 1 }
  }

  /// Says on which line the cells stand that were noted since the last call.
  mutating func settle(line: Int) {
    if twofold?.line == 0 { twofold?.line = line }
    for way in Way.allCases where against[way]?.line == 0 { against[way]?.line = line }
  }

  /// Says that so many lines stand before the part of the file that was counted.
  mutating func move(byLines count: Int) {
    twofold?.line += count
    for way in Way.allCases { against[way]?.line += count }
  }

  /// Adds the counts of a later part of the file.
  mutating func add(_ later: Self) {
    total += later.total
    for (way, count) in later.readable { readable[way, default: 0] += count }
    for (way, witness) in later.against where against[way] == nil { against[way] = witness }
    if twofold == nil { twofold = later.twofold }
  }

  /// The ways in which all cells can be read.
  var whole: [Way] { Way.allCases.filter { against[$0] == nil } }
}
