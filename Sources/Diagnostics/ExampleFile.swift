/// One of the small files that a rule's example is made of.
///
/// An example holds several files in one text, each after a line `-- subscriptions.csv`; those of
/// earlier exports are named `previous/subscriptions.csv`.
public struct ExampleFile: Hashable, Sendable {
  /// Its name, from which nothing but its syntax follows.
  public let name: String
  /// Its contents; each line ends in a line break.
  public let text: String

  /// True when it belongs to the earlier exports that a rule compares with.
  public var isEarlier: Bool { name.hasPrefix("previous/") }

  /// Makes a file.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Takes an example apart; text before the first `-- name` line is a file `example.csv`.
  public static func files(in example: String) -> [ExampleFile] {
    var files: [(name: String, lines: [Substring])] = []
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- ") {
        files.append((String(line.dropFirst(3)), []))
      } else if files.isEmpty {
        if !line.isEmpty { files.append(("example.csv", [line])) }
      } else {
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { file in
      var lines = file.lines
      while lines.last?.isEmpty == true { lines.removeLast() }
      return ExampleFile(name: file.name, text: lines.map { $0 + "\n" }.joined())
    }
  }
}
