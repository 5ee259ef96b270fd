/// One value of a YAML document, with the place where it begins.
public struct YAMLNode: Hashable, Sendable {
  /// What the value is.
  public enum Content: Hashable, Sendable {
    /// Text; the style tells `"5"` from `5`.
    case scalar(String, YAMLScalarStyle)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values in the order of the file; no key stands there twice.
    case mapping([YAMLEntry])
  }

  /// What the value is.
  public let content: Content
  /// Where the value begins.
  public let position: YAMLPosition

  /// Makes a value.
  public init(_ content: Content, at position: YAMLPosition) {
    self.content = content
    self.position = position
  }
}

/// How a scalar was written.
public enum YAMLScalarStyle: Hashable, Sendable {
  /// Without quotes: may mean a number, a flag or nothing.
  case plain
  /// In quotes or as a block: is text.
  case quoted
}

/// One key of a mapping and its value.
public struct YAMLEntry: Hashable, Sendable {
  /// The key's text.
  public let key: String
  /// Where the key begins.
  public let position: YAMLPosition
  /// The value.
  public let value: YAMLNode

  /// Makes an entry.
  public init(key: String, at position: YAMLPosition, value: YAMLNode) {
    self.key = key
    self.position = position
    self.value = value
  }
}

/// A place in a YAML text.
public struct YAMLPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1; a byte order mark does not count.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension YAMLNode {
  /// The text of a scalar, nil for lists and mappings.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// True for a plain scalar that says "nothing": empty, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The elements of a list, nil for anything else.
  public var elements: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The entries of a mapping, nil for anything else.
  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of that key, nil when this is no mapping or has no such key.
  ///
  /// - Complexity: O(*n*) in the entries.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
