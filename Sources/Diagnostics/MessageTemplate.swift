/// A sentence with `{fact}` in braces, taken apart once for all findings that it tells.
public struct MessageTemplate: Hashable, Sendable {
  private enum Piece: Hashable {
    case text(String)
    /// A fact by its name; `braces` is written where a finding does not have it.
    case fact(String, braces: String)
  }

  private let pieces: [Piece]

  /// Takes a sentence apart. A brace without its other half is text.
  public init(_ sentence: String) {
    var pieces: [Piece] = []
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      let name = rest[rest.index(after: open)..<close]
      pieces.append(.fact(String(name), braces: String(rest[open...close])))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
  }

  /// The sentence with the finding's facts, and its value as `{value}`.
  public func filled(with finding: Finding) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .fact(let name, let braces):
        if let fact = finding.facts.first(where: { $0.name == name }) {
          result += fact.value
        } else {
          result += name == "value" ? finding.value ?? "" : braces
        }
      }
    }
    return result
  }
}
