/// What a template refers to, and the unknown names among it, found without rendering it.
///
/// ```swift
/// let review = template.review(globals: ["report": .record(["rows": .list(.unknown)])])
/// for error in review.problems { print(error) }   // unknown property 'rosw' (did you mean 'rows'?)
/// ```
public struct TemplateReview: Sendable {
  /// The template's name.
  public let template: String
  /// Variables and properties that nothing defines, in the order of the template.
  public internal(set) var problems: [TemplateError] = []
  /// The partials that `render` and `include` ask for.
  public internal(set) var partials: [PartialUse] = []
  /// The filters and the program's tags that are used.
  public internal(set) var calls: [TemplateCall] = []
}

/// A partial that a template asks for.
public struct PartialUse: Sendable {
  /// The partial's name; nil when it is worked out while the template runs.
  public let name: String?
  /// `render` or `include`.
  public let tag: String
  /// What the partial sees beside the globals.
  public let variables: [String: ValueShape]
  /// Where it is asked for.
  public let place: TemplatePlace
}

/// A filter, or a tag of the program, with what is known of its arguments.
public struct TemplateCall: Sendable {
  /// One argument.
  public struct Argument: Sendable {
    /// The text, when it stands in the template in quotes.
    public let text: String?
    /// What is known of the value.
    public let shape: ValueShape
    /// Where the text stands; for other arguments the place of the call.
    public let place: TemplatePlace
  }

  /// The name of the filter or tag.
  public let name: String
  /// What the filter is used on; nil for a tag.
  public let input: Argument?
  /// The arguments without a name.
  public let positional: [Argument]
  /// The arguments by their names.
  public let named: [String: Argument]
}

/// A place in a template.
public struct TemplatePlace: Sendable {
  let source: Source
  let range: Range<Int>

  /// An error at this place.
  public func error(_ kind: TemplateError.Kind) -> TemplateError {
    source.error(kind, at: range)
  }
}

extension Template {
  /// Goes through the template once, every branch of it, and judges its names by what is known of
  /// the values.
  ///
  /// A variable counts as defined from the first `assign`, `capture`, `increment` or `decrement` on
  /// that stands before it, also where that is in a branch. With `globals` of nil nothing is known
  /// of variables, and none is judged.
  /// - Complexity: O(*n*) in the length of the template.
  public func review(
    globals: [String: ValueShape]?, variables: [String: ValueShape] = [:]
  ) -> TemplateReview {
    var walk = TemplateWalk(source: source, globals: globals, variables: variables)
    walk.walk(body)
    return walk.review
  }
}
