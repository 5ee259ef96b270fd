internal import CalendarDates
internal import ExactNumbers
internal import YAMLReading

extension SettingsReader {
  /// Text that is not empty.
  mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    guard let text = node.text, !text.isEmpty, !text.utf8.contains(0) else {
      report(.badSetting, at: node.position, "`\(key)` must be text")
      return nil
    }
    return text
  }

  /// A path, resolved against the file's folder.
  mutating func path(_ node: YAMLNode, _ key: String) -> String? {
    text(node, key).map { Settings.resolve($0, in: folder) }
  }

  /// A list of texts.
  mutating func texts(_ node: YAMLNode, _ key: String) -> [String] {
    list(node, key).compactMap { text($0, key) }
  }

  /// A whole number in that range.
  mutating func whole(_ node: YAMLNode, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.text, let number = Int(text), range.contains(number),
      text.utf8.first != UInt8(ascii: "+")
    else {
      let end = range.upperBound == .max ? "on" : "to \(range.upperBound)"
      report(
        .badSetting, at: node.position,
        "`\(key)` must be a whole number from \(range.lowerBound) \(end)" + Self.found(node))
      return nil
    }
    return number
  }

  /// A number that is not negative.
  mutating func decimal(_ node: YAMLNode, _ key: String) -> ExactDecimal? {
    guard let text = node.text, let number = DecimalText.parse(Array(text.utf8).span),
      !number.isNegative
    else {
      report(
        .badSetting, at: node.position,
        "`\(key)` must be zero or a positive number" + Self.found(node))
      return nil
    }
    return number
  }

  /// A day as `YYYY-MM-DD`.
  mutating func date(_ node: YAMLNode, _ key: String) -> CalendarDate? {
    guard let text = node.text, text.utf8.count == 10, let date = CalendarDate(text) else {
      report(
        .badSetting, at: node.position,
        "`\(key)` must be a day of the calendar as YYYY-MM-DD" + Self.found(node))
      return nil
    }
    return date
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ key: String
  ) -> Word? {
    let words = Word.allCases.map(\.rawValue)
    return known(node, key, among: words).flatMap { Word(rawValue: $0) }
  }

  /// Text that is one of those names.
  mutating func known(_ node: YAMLNode, _ key: String, among names: [String]) -> String? {
    guard let text = node.text, names.contains(text) else {
      report(
        .badSetting, at: node.position,
        node.text.map { "`\(key)` does not know the value “\($0)”" }
          ?? "`\(key)` must be one word" + Self.found(node),
        help: Self.suggestion(for: node.text ?? "", among: names))
      return nil
    }
    return text
  }

  /// `on` or `off`; `true`, `false`, `yes` and `no` mean the same.
  mutating func flag(_ node: YAMLNode, _ key: String) -> Bool? {
    switch node.text {
    case "on", "true", "yes": return true
    case "off", "false", "no": return false
    default:
      report(.badSetting, at: node.position, "`\(key)` must be on or off" + Self.found(node))
      return nil
    }
  }

  private static func found(_ node: YAMLNode) -> String {
    node.text.map { ", not “\($0)”" } ?? ", not a list or mapping"
  }
}
