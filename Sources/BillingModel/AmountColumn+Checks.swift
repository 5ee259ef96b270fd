import ExactNumbers

/// Quick looks at amounts that are as they should be, for rules that see millions of them: true only
/// where it is certain. What is not is to be worked out with exact decimals.
extension AmountColumn {
  /// Whether a row's number is `first` − `second` + `third`; the last two are zero where not given.
  public func isSum(
    _ row: Int, of first: AmountColumn, less second: AmountColumn, plus third: AmountColumn
  ) -> Bool {
    guard let total = short(row), let start = first.short(row), let less = second.shortOrZero(row),
      let plus = third.shortOrZero(row)
    else { return false }
    func isAlike(_ part: (mantissa: Int64, decimals: Int)) -> Bool {
      part.mantissa == 0 || part.decimals == total.decimals
    }
    guard isAlike(start), isAlike(less), isAlike(plus) else { return false }
    return Int128(total.mantissa)
      == Int128(start.mantissa) - Int128(less.mantissa) + Int128(plus.mantissa)
  }

  /// Whether a row's number, which has at most so many decimals, is exactly `left` × `right`: then so
  /// is the product rounded to that many.
  public func isProduct(
    _ row: Int, of left: AmountColumn, and right: AmountColumn, decimals: Int
  ) -> Bool {
    guard let number = short(row), let left = left.short(row), let right = right.short(row),
      number.decimals <= decimals
    else { return false }
    let shift = left.decimals + right.decimals - number.decimals
    guard (0...18).contains(shift) else { return false }
    return Int128(left.mantissa) * Int128(right.mantissa)
      == Int128(number.mantissa) * PowerOfTen.int128(shift)
  }

  private func shortOrZero(_ row: Int) -> (mantissa: Int64, decimals: Int)? {
    short(row) ?? (self[row] == nil ? (0, 0) : nil)
  }
}
