/// Finds the word that somebody probably meant.
enum NearMiss {
  /// The nearest of the words: at most a third of its letters differ; nil when none is that near.
  ///
  /// Of two equally near words the first in alphabetical order.
  static func nearest(to text: String, among words: [String]) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for word in words.sorted() {
      let letters = Array(word.lowercased().unicodeScalars)
      let distance = distance(from: wanted, to: letters)
      guard distance <= max(1, letters.count / 3), distance < letters.count,
        distance < best?.distance ?? .max
      else {
        continue
      }
      best = (word, distance)
    }
    return best?.word
  }

  /// How many letters must be added, removed, changed or swapped with their neighbour.
  static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = left[row] == right[column] ? 0 : 1
        var best = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
