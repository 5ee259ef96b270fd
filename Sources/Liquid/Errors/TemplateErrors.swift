/// Everything that is wrong with the syntax of one template.
public struct TemplateErrors: Error, Hashable, Sendable {
  /// How many errors of a template are reported at most; the last one then says so.
  public static let limit = 100

  /// At least one error, in the order of the template.
  public let all: [TemplateError]
  /// The one that was met first: reading from the beginning, not by its place.
  let first: TemplateError

  init?(_ met: [TemplateError]) {
    guard let first = met.first else { return nil }
    self.first = first
    all = met.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }
}

extension TemplateErrors: CustomStringConvertible {
  /// All errors, one after the other, as compilers print them.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
