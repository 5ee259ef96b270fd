/// Finds the name that was probably meant.
enum NearName {
  /// The closest of the names, at most a third of the letters away; nil when none is close.
  ///
  /// Of names equally close the first in byte order wins, so the answer never depends on hashing.
  static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.utf8.prefix(64))
    var best: (distance: Int, name: String)?
    for candidate in names where candidate != name {
      let other = Array(candidate.utf8.prefix(64))
      guard abs(other.count - letters.count) <= 3 else { continue }
      let distance = distance(letters, other)
      guard distance <= max(1, max(letters.count, other.count) / 3) else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// How many letters are to be inserted, removed, replaced or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
