internal import Liquid

/// The sentences and words of one language, with English behind them.
///
/// A class so that all that writes pages refers to it and copies nothing.
final class Wording: Sendable {
  /// One entry of the wording.
  enum Phrase: Hashable, Sendable {
    case text(String)
    /// By plural form: `one`, `other`.
    case plural([String: String])
  }

  let language: String
  let numbers: NumberStyle
  let dates: DateStyle
  /// The letters of the A–Z list; those of English unless the locale says otherwise.
  let alphabet: [String]
  private let phrases: [String: Phrase]
  /// The words of lists: what stands under `value.COLUMN.WORD`, by column and word.
  private let values: [String: [String: String]]
  private let plurals: PluralRule

  init(
    language: String, phrases: [String: Phrase], numbers: NumberStyle, dates: DatePattern,
    alphabet: [String]
  ) {
    self.language = language
    self.phrases = phrases
    self.numbers = numbers
    self.dates = DateStyle(dates)
    self.alphabet = alphabet
    plurals = PluralRule(language)
    values = Self.values(phrases)
  }

  /// What each word of a column's list is called; words of no list in particular are among them.
  func values(of column: String) -> [String: String] {
    (values["any"] ?? [:]).merging(values[column] ?? [:]) { $1 }
  }

  private static func values(_ phrases: [String: Phrase]) -> [String: [String: String]] {
    var values: [String: [String: String]] = [:]
    for (key, phrase) in phrases where key.hasPrefix("value.") {
      guard case .text(let text) = phrase else { continue }
      let parts = key.split(separator: ".", maxSplits: 2).map { String($0) }
      if parts.count == 3 { values[parts[1], default: [:]][parts[2]] = text }
    }
    return values
  }

  /// True when the locale or English has the key.
  func has(_ key: String) -> Bool { phrases[key] != nil }

  /// The phrase with its arguments put in; for an unknown key its last word, so that a page never
  /// shows nothing.
  ///
  /// `count` chooses the plural form and is the argument `{count}`.
  func text(_ key: String, _ arguments: [(String, String)] = [], count: Int? = nil) -> String {
    var arguments = arguments
    if let count, !arguments.contains(where: { $0.0 == "count" }) {
      arguments.append(("count", numbers.text(count)))
    }
    return Self.fill(template(key, count), arguments)
  }

  /// The first of the keys that there is, without arguments; the last one's word otherwise.
  func text(firstOf keys: [String]) -> String {
    text(keys.first { has($0) } ?? keys[keys.count - 1])
  }

  /// The texts side by side, the last one after the language's “and”.
  func enumeration(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + text("ui.and") + last
  }

  /// The phrase before its arguments are put in; nil for an unknown key.
  func phrase(_ key: String) -> String? {
    has(key) ? template(key, nil) : nil
  }

  /// The names in braces of a phrase, and `count` where it has plural forms; nil for an unknown key.
  func arguments(of key: String) -> Set<String>? {
    switch phrases[key] {
    case .text(let text): Set(Self.names(in: text))
    case .plural(let forms): Set(forms.values.flatMap { Self.names(in: $0) } + ["count"])
    case nil: nil
    }
  }

  private static func names(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  private func template(_ key: String, _ count: Int?) -> String {
    switch phrases[key] {
    case .text(let text): text
    case .plural(let forms): forms[plurals.form(count ?? 2)] ?? forms["other"] ?? key
    case nil: Self.readable(key)
    }
  }

  /// The last part of a key as words: `column.monthly_cost.label` gives “Monthly cost”.
  private static func readable(_ key: String) -> String {
    let parts = key.split(separator: ".")
    let last = parts.last == "label" || parts.last == "title" ? parts.dropLast().last : parts.last
    let words = String(last ?? "").map { $0 == "_" || $0 == "-" ? " " : $0 }
    guard let first = words.first else { return key }
    return first.uppercased() + String(words.dropFirst())
  }

  /// Puts arguments into the braces of a phrase. What is put in is not read again.
  private static func fill(_ template: String, _ arguments: [(String, String)]) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      result += rest[..<open]
      result += arguments.first { $0.0 == name }?.1 ?? String(rest[open...close])
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }
}
