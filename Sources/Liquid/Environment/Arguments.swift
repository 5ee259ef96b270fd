public import CalendarDates

/// The arguments of one call of a filter or tag, evaluated, and what the call may know.
public struct Arguments: Sendable {
  /// The arguments without a name, in order.
  public let positional: [Value]
  /// The arguments with a name, in order.
  public let named: [(name: String, value: Value)]
  /// How the page that is being made escapes text.
  public let escaping: Escaping
  /// The date that `now` and `today` mean, if the environment has one.
  public let today: CalendarDate?
  /// The limits of this rendering.
  public let limits: Limits

  /// Makes arguments, for calling a filter or tag directly.
  public init(
    _ positional: [Value], named: [(name: String, value: Value)] = [],
    escaping: Escaping = .none, today: CalendarDate? = nil, limits: Limits = Limits()
  ) {
    self.positional = positional
    self.named = named
    self.escaping = escaping
    self.today = today
    self.limits = limits
  }

  /// The argument at that place; nil (the value) when there are fewer.
  public subscript(index: Int) -> Value {
    index < positional.count ? positional[index] : .nil
  }

  /// The argument of that name, the last one if it is given twice.
  public subscript(name: String) -> Value? {
    named.last { $0.name == name }?.value
  }
}
