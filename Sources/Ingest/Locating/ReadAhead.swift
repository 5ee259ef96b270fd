/// How many bytes are read at once where records are looked up by their offsets: few while these stand far
/// apart, more and more while each is near the one before.
struct ReadAhead {
  private static let least = 1 << 10
  private static let most = 1 << 16

  private var size = least

  /// How many bytes to read at an offset when those up to `end` were read last.
  mutating func next(at offset: Int, after end: Int) -> Int {
    let isNear = offset >= end - size && offset < end + size
    size = isNear ? min(size * 2, Self.most) : max(size / 2, Self.least)
    return size
  }
}
