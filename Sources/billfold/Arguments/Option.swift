/// An option of a command: one declaration yields parsing, help and suggestions.
struct Option: Sendable {
  let name: String
  let letter: Character?
  /// What its value is called in the help; nil for an option without a value.
  let value: String?
  /// The words that the value may be; nil: any text.
  let words: [String]?
  let isRepeatable: Bool
  let help: String

  init(
    _ name: String, _ letter: Character? = nil, value: String? = nil, words: [String]? = nil,
    isRepeatable: Bool = false, _ help: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.words = words
    self.isRepeatable = isRepeatable
    self.help = help
  }

  /// How the help shows it: `-o, --output DIR`. Only a short list of words is spelled out.
  var usage: String {
    let short = letter.map { "-\($0), " } ?? "    "
    let choices = words.map { $0.joined(separator: "|") }
    let placeholder = choices.flatMap { $0.utf8.count <= 40 ? $0 : nil } ?? value
    return short + "--\(name)" + (placeholder.map { " \($0)" } ?? "")
  }
}
