/// Why a text is not the YAML that billfold reads, and where.
public struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// Bytes that are not UTF-8.
    case notUTF8
    /// The scanner's or parser's own words.
    case syntax(String)
    /// `&name`, `*name`: values are written out.
    case anchorOrAlias(String)
    /// `!name`: values have no types but text.
    case tag(String)
    /// Lists and mappings inside each other, deeper than this.
    case tooDeep(limit: Int)
    /// The key stands twice in one mapping.
    case duplicateKey(String, first: YAMLPosition)
    /// A list or mapping as a key.
    case keyIsNotText
    /// A second document after `---`.
    case secondDocument
  }

  /// What is wrong.
  public let problem: Problem
  /// Where it is.
  public let position: YAMLPosition
}

extension YAMLError: CustomStringConvertible {
  /// What is wrong as a sentence in English, without the place.
  public var description: String {
    switch problem {
    case .notUTF8: "the file is not UTF-8 here"
    case .syntax(let words): words
    case .anchorOrAlias(let name):
      "anchors and aliases (“\(name)”) are not read; write the value out"
    case .tag(let name): "tags (“\(name)”) are not read; remove it"
    case .tooDeep(let limit): "values are nested deeper than \(limit)"
    case .duplicateKey(let key, let first):
      "the key “\(key)” stands here a second time (first in line \(first.line))"
    case .keyIsNotText: "a key must be text, not a list or mapping"
    case .secondDocument: "a second document begins here; only one is read"
    }
  }
}
