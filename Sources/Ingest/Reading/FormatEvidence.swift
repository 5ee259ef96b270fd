import Diagnostics

/// What the cells of a file say about its way to write dates and decimals.
///
/// Only `YYYY-MM-DD` and a decimal point are read. A file that shows nothing else than another way is
/// refused as a whole: a few of its cells could be read as something they are not.
struct FormatEvidence: Hashable, Sendable {
  /// A date was read in ISO form.
  var hasPlainDate = false
  /// A number was read whose point cannot be a thousands separator.
  var hasPlainDecimal = false
  /// The first date of the form a/b/yyyy.
  private(set) var slashedDate: String?
  /// A slashed date tells the order of day and month.
  private(set) var decidesOrder = false
  /// The first number with a decimal comma.
  private(set) var commaDecimal: String?

  /// Looks at a date that is not in ISO form.
  mutating func noteOddDate(_ bytes: Span<UInt8>) {
    let text = String(decoding: bytes.copied, as: UTF8.self)
    let day = text.split(separator: " ").first ?? ""
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
    guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]),
      let year = Int(parts[2]), (1...31).contains(first), (1...31).contains(second),
      parts[2].count == 4 || parts[2].count == 2, year >= 0
    else { return }
    if slashedDate == nil { slashedDate = text }
    if first > 12 || second > 12 { decidesOrder = true }
  }

  /// Looks at a number that is not in plain form.
  mutating func noteOddDecimal(_ bytes: Span<UInt8>) {
    guard commaDecimal == nil else { return }
    let text = String(decoding: bytes.copied, as: UTF8.self)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 &- 48 < 10 }),
      !parts[0].isEmpty,
      parts[0].unicodeScalars.allSatisfy({
        "-+0123456789. '\u{A0}\u{202F}".unicodeScalars.contains($0)
      })
    else { return }
    commaDecimal = text
  }

  /// Why the whole file has to be refused, as facts of `ambiguous-format`; nil when it can be used.
  var refusal: (variant: Int, value: String, facts: [Fact])? {
    if let slashedDate, !hasPlainDate {
      guard !decidesOrder else { return (1, slashedDate, []) }
      return (0, slashedDate, readings(of: slashedDate))
    }
    if let commaDecimal, !hasPlainDecimal { return (2, commaDecimal, []) }
    return nil
  }

  /// A date of the form a/b/yyyy with the day first and with the month first.
  private func readings(of date: String) -> [Fact] {
    let parts = date.split { !$0.isNumber }.map(String.init)
    guard parts.count >= 3 else { return [] }
    let year = parts[2].count == 2 ? "20" + parts[2] : parts[2]
    func reading(month: String, day: String) -> String {
      let padded = [month, day].map { $0.count == 1 ? "0" + $0 : $0 }
      return "\(year)-\(padded[0])-\(padded[1])"
    }
    return [
      Fact("dayFirst", reading(month: parts[1], day: parts[0])),
      Fact("monthFirst", reading(month: parts[0], day: parts[1])),
    ]
  }
}
