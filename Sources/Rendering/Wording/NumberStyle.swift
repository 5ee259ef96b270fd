internal import ExactNumbers
internal import Liquid

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

  /// The same style for HTML, where its marks need no more escaping.
  var html: NumberStyle {
    NumberStyle(
      decimal: HTMLText.escaped(decimal), group: HTMLText.escaped(group),
      minus: HTMLText.escaped(minus), space: HTMLText.escaped(space),
      percent: HTMLText.escaped(percent))
  }

  func text(_ number: Int) -> String { text(DecimalDigits(number)) }

  /// All digits of the number.
  func text(_ number: ExactDecimal) -> String { text(number.digits) }

  /// Exactly so many decimals; the number is rounded already.
  func text(_ number: ExactDecimal, places: Int) -> String { text(number.digits(places: places)) }

  private func text(_ digits: DecimalDigits) -> String {
    var output = PageOutput(reserving: 32)
    append(digits, to: &output)
    return output.text()
  }

  /// The percentage of a share that has at most so many decimals and two more.
  func percent(_ share: ExactDecimal, places: Int) -> String {
    var output = PageOutput(reserving: 32)
    appendPercent(share, places: places, to: &output)
    return output.text()
  }

  /// Appends the digits with groups, and this style's decimal mark and minus sign.
  func append(_ digits: DecimalDigits, to output: inout PageOutput) {
    if digits.isNegative { output.append(markup: minus) }
    if group.isEmpty {
      output.append(digits.whole)
    } else {
      output.append(digits.whole, groupedBy: group)
    }
    guard digits.places > 0 else { return }
    output.append(markup: decimal)
    output.append(digits: digits.decimals, width: digits.places)
  }

  /// Appends the percentage of a share that has at most so many decimals and two more.
  func appendPercent(_ share: ExactDecimal, places: Int, to output: inout PageOutput) {
    guard let hundredfold = share.multiplied(by: 100) else { return }
    let digits = hundredfold.digits(places: places)
    guard let open = percent.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = percent.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return append(digits, to: &output) }
    output.append(markup: String(percent[..<open]))
    append(digits, to: &output)
    output.append(markup: String(percent[percent.utf8.index(after: close)...]))
  }
}
