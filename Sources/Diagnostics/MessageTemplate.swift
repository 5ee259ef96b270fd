/// A sentence with `{fact}` in braces, taken apart once for all findings that it tells.
public struct MessageTemplate: Hashable, Sendable {
  /// Parts of the sentence itself: those of a literal are in no thread's way when another one reads them.
  private enum Piece: Hashable {
    case text(Substring)
    /// A fact by its name; `braces` is written where a finding does not have it.
    case fact(Substring, braces: Substring)
  }

  private let pieces: [Piece]
  /// How many bytes the sentence has, as it stands.
  private let length: Int

  /// Takes a sentence apart. A brace without its other half is text.
  public init(_ sentence: String) {
    var pieces: [Piece] = []
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(rest[..<open])) }
      let name = rest[rest.index(after: open)..<close]
      pieces.append(.fact(name, braces: rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    self.pieces = pieces
    length = sentence.utf8.count
  }

  /// The sentence with the finding's facts, and its value as `{value}`.
  public func filled(with finding: Finding) -> String {
    var result = ""
    result.reserveCapacity(length + 32)
    let pieces = pieces.span
    for index in pieces.indices {
      switch pieces[index] {
      case .text(let text): result += text
      case .fact(let name, let braces):
        if let fact = finding.facts.first(where: { $0.name == name }) {
          result += fact.value
        } else {
          if name == "value" { result += finding.value ?? "" } else { result += braces }
        }
      }
    }
    return result
  }
}
