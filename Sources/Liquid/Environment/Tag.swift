/// A tag of the program: `{% name expression, name: expression %}`, without a body.
///
/// Its arguments are evaluated like those of a filter. What it appends to the page stays as it is, so the
/// tag escapes what it prints (`page.append(text:)` in HTML). What it appended before it throws is dropped with
/// the page.
///
/// ```swift
/// environment.tags["table"] = Tag(1...1, named: ["caption"]) { arguments, page throws(Problem) in
///   guard case .record(let report) = arguments[0] else { throw .other("this is no report") }
///   page.append(markup: table(of: report, caption: arguments["caption"]))
/// }
/// ```
public struct Tag: Sendable {
  /// The work of a tag.
  public typealias Function = @Sendable (Arguments, inout PageOutput) throws(Problem) -> Void

  /// How many arguments without a name it takes; checked when the template is parsed.
  public let positional: ClosedRange<Int>
  /// The names of the arguments it takes; checked when the template is parsed.
  public let named: [String]
  let function: Function

  /// Makes a tag that takes so many arguments, and arguments of these names.
  public init(
    _ positional: ClosedRange<Int> = 0...0, named: [String] = [], function: @escaping Function
  ) {
    self.positional = positional
    self.named = named
    self.function = function
  }
}
