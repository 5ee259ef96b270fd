public import CalendarDates

/// Everything that templates may use besides the values of one page: filters, tags, partials,
/// escaping, strictness, the date and the limits.
///
/// A value: changing a copy changes nothing else. Filters and tags are looked up when a template is
/// parsed; the rest counts when it is rendered.
public struct Environment: Sendable {
  /// A template that `render` and `include` asked for.
  public enum Partial: Sendable {
    /// Its text, parsed once in each rendering that uses it.
    case source(String)
    /// A template that is parsed already.
    case template(Template)
  }

  /// What happens with names that nothing defines.
  public enum Strictness: Hashable, Sendable {
    /// Unknown variables are nil, unknown filters hand their input on, as the language says.
    case lenient
    /// Unknown variables, properties and filters are errors with a suggestion.
    case strict
  }

  /// The filters by name: those of the language, and those of the program.
  public var filters: [String: Filter]
  /// The tags of the program by name. The language's own tags cannot be replaced.
  public var tags: [String: Tag] = [:]
  /// How printed values are escaped.
  public var escaping: Escaping
  /// What happens with unknown names.
  public var strictness: Strictness
  /// The date that `now` and `today` mean; without one they are an error.
  public var today: CalendarDate?
  /// The limits of a rendering.
  public var limits = Limits()
  /// Finds the template that `render 'name'` and `include 'name'` ask for; nil when there is none.
  public var partial: @Sendable (String) -> Partial? = { _ in nil }

  /// Makes an environment with the filters of the language.
  public init(
    escaping: Escaping = .none, strictness: Strictness = .lenient, today: CalendarDate? = nil
  ) {
    filters = StandardFilters.all
    self.escaping = escaping
    self.strictness = strictness
    self.today = today
  }
}
