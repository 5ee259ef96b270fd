/// How many of so many licences purchases can fill exactly, none of them in part.
struct FillTable {
  /// Problems with more entries than this do without.
  private static let entryLimit = 1_000_000

  private let fills: [[Int32]]

  /// Works out what the purchases from each place on fill of up to `most` licences; nil when that is
  /// too much.
  init?(people: [Int], upTo most: Int) {
    guard most > 0, most < Self.entryLimit / (people.count + 1) else { return nil }
    var isFilled = [true] + Array(repeating: false, count: most)
    var fills = [Array(repeating: Int32(0), count: most + 1)]
    for need in people.reversed() {
      for sum in stride(from: most, through: need, by: -1) where isFilled[sum - need] {
        isFilled[sum] = true
      }
      fills.append(Self.largest(isFilled))
    }
    self.fills = fills.reversed()
  }

  /// The most that the purchases from a place on fill.
  func filled(of licenses: Int, from place: Int) -> Int32 { fills[place][licenses] }

  /// For each number the largest one not above it that is filled.
  private static func largest(_ isFilled: [Bool]) -> [Int32] {
    var last: Int32 = 0
    return isFilled.indices.map { sum in
      if isFilled[sum] { last = Int32(sum) }
      return last
    }
  }
}
