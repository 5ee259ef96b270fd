/// Powers of ten that fit the integer types.
public enum PowerOfTen {
  private static let small: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { product, _ in product * 10 }
  }

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
