/// A template that does not parse, or cannot go on: what is wrong, and where.
///
/// `description` is the text for people, as compilers print it.
public struct TemplateError: Error, Hashable, Sendable {
  /// What is wrong, as facts.
  public let kind: Kind
  /// The template's name.
  public let template: String
  /// The line, from 1.
  public let line: Int
  /// The column in UTF-8 bytes, from 1.
  public let column: Int
  /// How many bytes of the line are meant, at least 1.
  public let length: Int
  /// The whole line.
  public let excerpt: String

  /// What is wrong with a template.
  public enum Kind: Hashable, Sendable {
    /// A tag that neither the language nor the environment has.
    case unknownTag(String, suggestion: String?)
    /// A filter that neither the language nor the environment has.
    case unknownFilter(String, suggestion: String?)
    /// A variable that nothing defines (strict environments only).
    case unknownVariable(String, suggestion: String?)
    /// A property that the record does not have (strict environments only).
    case unknownProperty(String, suggestion: String?)
    /// A named argument that the filter or tag does not take.
    case unknownArgument(String, of: String, suggestion: String?)
    /// A partial that the environment does not find.
    case unknownPartial(String)
    /// Too few or too many arguments for that filter or tag.
    case argumentCount(Int, of: String, allowed: ClosedRange<Int>)
    /// One thing stands where another was expected.
    case unexpected(String, expected: String)
    /// A character that no expression can have.
    case unexpectedCharacter(String)
    /// Text in quotes without its second quote.
    case unclosedQuote
    /// `{{` or `{%` without `}}` or `%}`.
    case unclosedMarkup(String, expected: String)
    /// A block without its end tag.
    case unclosedBlock(String, expected: String)
    /// An `end…` or `else` tag where no such block is open; `block` is the open one.
    case misplacedTag(String, block: String?)
    /// A number that does not fit.
    case numberOutOfRange(String)
    /// A line of an inline comment that does not begin with `#`.
    case commentLine
    /// `include` inside a partial that is rendered with `render`.
    case includeInRender
    /// A filter, tag or operator cannot work with these values.
    case problem(Problem, in: String)
    /// More errors in a template than are reported.
    case tooManyErrors(limit: Int)
    /// Blocks, partials or expressions nested deeper than the limit.
    case nestedTooDeep(limit: Int)
    /// More steps than the limit.
    case tooManySteps(limit: Int)
    /// More bytes of output than the limit.
    case tooMuchOutput(limit: Int)
  }
}
