/// The order of text in reports: by Unicode code points, which is the order of the UTF-8 bytes, and
/// nothing first.
enum TextOrder {
  /// Below zero when `left` stands first, zero when the texts are the same letter for letter.
  static func compare(_ left: String?, _ right: String?) -> Int {
    var others = (right ?? "").utf8.makeIterator()
    for byte in (left ?? "").utf8 {
      guard let other = others.next() else { return 1 }
      if byte != other { return Int(byte) - Int(other) }
    }
    return others.next() == nil ? 0 : -1
  }

  /// True when the first comparison that is not equal says so.
  static func isBefore(_ comparisons: Int...) -> Bool {
    (comparisons.first { $0 != 0 } ?? 0) < 0
  }

  /// Numbers sorted by a text each. Numbers with the same text keep their order.
  ///
  /// - Complexity: O(*n* log *n*) comparisons, nearly all of them of two machine words.
  static func sorted(_ numbers: [Int], by text: (Int) -> String?) -> [Int] {
    let texts = numbers.map { text($0) ?? "" }
    var keys = texts.indices.map { Key(texts[$0], place: $0) }
    keys.sort { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      let order = compare(texts[left.place], texts[right.place])
      return order == 0 ? left.place < right.place : order < 0
    }
    return keys.map { numbers[$0.place] }
  }

  /// The rank of each text among the different texts, from 0.
  static func ranks(of texts: [String?]) -> [Int] {
    var ranks = Array(repeating: 0, count: texts.count)
    var rank = 0
    var last: Int?
    for place in sorted(Array(texts.indices), by: { texts[$0] }) {
      if let last, compare(texts[last], texts[place]) != 0 { rank += 1 }
      ranks[place] = rank
      last = place
    }
    return ranks
  }

  /// The first sixteen bytes of a text, so that most comparisons need no more.
  private struct Key {
    var first: UInt64 = 0
    var second: UInt64 = 0
    let place: Int

    init(_ text: String, place: Int) {
      self.place = place
      var count = 0
      for byte in text.utf8 {
        guard count < 16 else { break }
        if count < 8 {
          first |= UInt64(byte) << UInt64(56 - count * 8)
        } else {
          second |= UInt64(byte) << UInt64(120 - count * 8)
        }
        count += 1
      }
    }
  }
}
