/// Finds the word that was probably meant.
public enum NearMiss {
  /// The candidate that differs least from the text; nil when none is near.
  ///
  /// Case, and the choice between `-`, `_` and a blank, do not count. Near means: at most one letter
  /// in three inserted, left out, replaced or swapped with its neighbour. Of two that are equally
  /// near the first by code points is taken, so that the order of candidates does not matter.
  ///
  /// - Complexity: O(*n* × *m*) for each candidate of at most 64 letters; longer texts have no near
  ///   miss.
  public static func suggestion(
    for text: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = folded(text)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let other = folded(candidate)
      guard !other.isEmpty, other.count <= longest else { continue }
      let distance = distance(wanted, other)
      guard distance <= max(1, max(wanted.count, other.count) / 3),
        distance < min(wanted.count, other.count)
      else { continue }
      if let known = best {
        guard distance <= known.distance else { continue }
        if distance == known.distance, !candidate.isBefore(known.word) { continue }
      }
      best = (distance, candidate)
    }
    return best?.word
  }

  private static let longest = 64

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lie between two texts.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous: [Int] = []
    var current = Array(0...right.count)
    for row in 1...left.count {
      let next = nextRow(row, left, right, current, previous)
      previous = current
      current = next
    }
    return current[right.count]
  }

  private static func nextRow(
    _ row: Int, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ above: [Int],
    _ twoAbove: [Int]
  ) -> [Int] {
    var cells = [row]
    for column in 1...right.count {
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      var best = min(above[column] + 1, cells[column - 1] + 1, above[column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        best = min(best, twoAbove[column - 2] + 1)
      }
      cells.append(best)
    }
    return cells
  }
}
