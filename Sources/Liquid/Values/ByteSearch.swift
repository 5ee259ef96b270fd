/// Finds a byte pattern in bytes, in time linear in both (Knuth, Morris and Pratt).
struct ByteSearch {
  let pattern: [UInt8]
  private let fallback: [Int]

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  init(_ pattern: [UInt8]) {
    self.pattern = pattern
    var fallback = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallback[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      fallback[index] = length
    }
    self.fallback = fallback
  }

  /// The first place of the pattern at or after `start`; an empty pattern is found at once.
  func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard !pattern.isEmpty else { return start <= bytes.count ? start : nil }
    var length = 0
    for index in start..<max(start, bytes.count) {
      while length > 0, bytes[index] != pattern[length] { length = fallback[length - 1] }
      if bytes[index] == pattern[length] { length += 1 }
      if length == pattern.count { return index + 1 - length }
    }
    return nil
  }

  /// All places of the pattern, without overlaps; none for an empty pattern.
  func all(in bytes: [UInt8]) -> [Int] {
    guard !pattern.isEmpty else { return [] }
    var places: [Int] = []
    var start = 0
    while let place = first(in: bytes, from: start) {
      places.append(place)
      start = place + pattern.count
    }
    return places
  }

  /// The last place of the pattern; an empty pattern is found at the end.
  func last(in bytes: [UInt8]) -> Int? {
    guard !pattern.isEmpty else { return bytes.count }
    let reversed = ByteSearch(pattern.reversed())
    return reversed.first(in: bytes.reversed()).map { bytes.count - $0 - pattern.count }
  }
}
