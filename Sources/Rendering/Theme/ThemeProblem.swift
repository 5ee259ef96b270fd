internal import Liquid
internal import YAMLReading

/// One thing that is wrong with a theme, with its place.
public struct ThemeProblem: Hashable, Sendable {
  /// How bad a problem is.
  public enum Level: String, Hashable, Sendable {
    /// Pages cannot be made, or are wrong.
    case error
    /// Pages are made, but something is left over or not translated.
    case warning
  }

  /// How bad it is.
  public let level: Level
  /// The file, below the theme's folder.
  public let file: String
  /// The line from 1; nil when the whole file is meant.
  public let line: Int?
  /// The column from 1, in UTF-8 bytes; nil when the whole file is meant.
  public let column: Int?
  /// What is wrong, one clause without a full stop.
  public let message: String
  /// The line of the file, and carets under what is meant; empty when there is none to show.
  public let excerpt: String
  /// What to do about it, where the message does not say it.
  public let help: String?

  init(
    _ level: Level = .error, file: String, line: Int? = nil, column: Int? = nil,
    _ message: String, excerpt: String = "", help: String? = nil
  ) {
    self.level = level
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.excerpt = excerpt
    self.help = help
  }
}

extension ThemeProblem: CustomStringConvertible {
  /// The problem as compilers print it: `layout.html:12:4: error: unknown tag 'fro'`.
  public var description: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(file)\(place): \(level.rawValue): \(message)"
      + (excerpt.isEmpty ? "" : "\n" + excerpt) + (help.map { "\n  help: \($0)" } ?? "")
  }

  /// A template error; `offset` lines of front matter stand before the template.
  init(_ error: TemplateError, after offset: Int) {
    let line = error.line + offset
    self.init(
      file: error.template, line: line, column: error.column, error.message,
      excerpt: Self.excerpt(error.shown.line, carets: error.shown.carets, line: line),
      help: error.help)
  }

  /// What is wrong with an entry of YAML in a file: with that word of its line, or with its key.
  init(
    _ file: ThemeFile, at place: YAMLPosition, word: String, _ message: String,
    level: Level = .error
  ) {
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : ""
    let rest = text.utf8.dropFirst(place.column - 1)
    let found = Substring(rest).firstRange(of: word)
    let column = found.map { text[..<$0.lowerBound].utf8.count + 1 } ?? place.column
    self.init(
      level, file: file.path, line: place.line, column: column, message,
      excerpt: Self.excerpt(
        text, line: place.line, column: column, length: found == nil ? 1 : word.utf8.count))
  }

  /// A line with its number, and carets below what is meant, one for each character.
  private static func excerpt(_ text: String, line: Int, column: Int, length: Int) -> String {
    let before = String(decoding: text.utf8.prefix(column - 1), as: UTF8.self)
    let marked = String(decoding: text.utf8.dropFirst(column - 1).prefix(length), as: UTF8.self)
    let indent = before.unicodeScalars.map { $0 == "\t" ? "\t" : " " }.joined()
    let carets = String(repeating: "^", count: max(1, marked.unicodeScalars.count))
    return excerpt(text, carets: indent + carets, line: line)
  }

  private static func excerpt(_ text: String, carets: String, line: Int) -> String {
    let margin = String(repeating: " ", count: max(0, 5 - String(line).utf8.count)) + String(line)
    let gap = String(repeating: " ", count: margin.utf8.count)
    return "\(margin) | \(text)\n\(gap) | \(carets)"
  }

  /// What is wrong with a YAML text.
  init(_ error: YAMLError, in file: String) {
    self.init(
      file: file, line: error.position.line, column: error.position.column, error.description)
  }

  /// Orders by file, line and column.
  static func isBefore(_ left: ThemeProblem, _ right: ThemeProblem) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    return (left.line ?? 0, left.column ?? 0, left.message)
      < (right.line ?? 0, right.column ?? 0, right.message)
  }
}

/// Why a theme cannot be used: everything that is wrong with it, ordered by place.
public struct ThemeError: Error, Hashable, Sendable {
  /// At least one problem.
  public let problems: [ThemeProblem]

  init(_ problems: [ThemeProblem]) {
    self.problems = problems.sorted(by: ThemeProblem.isBefore)
  }
}

extension ThemeError: CustomStringConvertible {
  /// All problems, one after the other.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
