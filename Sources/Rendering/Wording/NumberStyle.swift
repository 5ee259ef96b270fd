internal import ExactNumbers

/// How a language writes numbers.
struct NumberStyle: Hashable, Sendable {
  var decimal = "."
  var group = ","
  var minus = "\u{2212}"
  /// What stands between a number and its currency.
  var space = "\u{A0}"
  /// How a share is written, `{number}` being the number.
  var percent = "{number} %"

  /// The same style in text that programs read too: with the plain minus sign and blank.
  var plain: NumberStyle {
    var copy = self
    copy.minus = "-"
    copy.space = " "
    return copy
  }

  func text(_ number: Int) -> String { styled(String(number)) }

  /// All digits of the number.
  func text(_ number: ExactDecimal) -> String { styled(number.description) }

  /// Exactly so many decimals; the number is rounded already.
  func text(_ number: ExactDecimal, places: Int) -> String { styled(number.text(places: places)) }

  /// The percentage of a share that has at most so many decimals and two more.
  func percent(_ share: ExactDecimal, places: Int) -> String {
    guard let hundredfold = share.multiplied(by: 100) else { return "" }
    let number = text(hundredfold, places: places)
    guard let open = percent.firstIndex(of: "{"), let close = percent.firstIndex(of: "}"),
      open < close
    else { return number }
    return percent[..<open] + number + percent[percent.index(after: close)...]
  }

  /// Plain digits (`-1204.5`) with groups, this decimal mark and this minus sign.
  private func styled(_ digits: String) -> String {
    let bytes = digits.utf8
    let isNegative = bytes.first == UInt8(ascii: "-")
    let start = bytes.index(bytes.startIndex, offsetBy: isNegative ? 1 : 0)
    let point = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    var left = bytes.distance(from: start, to: point)
    if left <= 3, !isNegative, point == bytes.endIndex { return digits }
    var text = isNegative ? minus : ""
    for byte in bytes[start..<point] {
      text.unicodeScalars.append(Unicode.Scalar(byte))
      left -= 1
      if left > 0, left % 3 == 0 { text += group }
    }
    guard point < bytes.endIndex else { return text }
    return text + decimal + digits[bytes.index(after: point)...]
  }
}
