/// Powers of ten that fit the integer types.
public enum PowerOfTen {
  private static let small: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
    100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]

  /// 10 to the `exponent`, which is in 0…38.
  public static func int128(_ exponent: Int) -> Int128 {
    precondition((0...38).contains(exponent), "a power of ten has an exponent from 0 to 38")
    if exponent <= 18 { return Int128(small[exponent]) }
    return Int128(small[18]) * int128(exponent - 18)
  }

  /// 10 to the `exponent`, which is in 0…18.
  public static func int64(_ exponent: Int) -> Int64 {
    small[exponent]
  }
}
