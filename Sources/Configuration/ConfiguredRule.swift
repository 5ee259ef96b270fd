public import CalendarDates
public import Diagnostics
public import ExactNumbers

/// What `rules` says about one rule.
public struct ConfiguredRule: Hashable, Sendable {
  /// The rule.
  public var id: String
  /// The severity it gets; nil for its own.
  public var severity: Severity?
  /// The limits that are changed, in the order of the file.
  public var thresholds: [Threshold] = []

  /// One limit of a rule.
  public struct Threshold: Hashable, Sendable {
    /// Its name, such as `days`.
    public var name: String
    /// Its value, not negative.
    public var value: ExactDecimal
  }

  /// Settings that change nothing.
  public init(id: String) {
    self.id = id
  }

  /// The limit of that name; nil when the file leaves it alone.
  public func threshold(_ name: String) -> ExactDecimal? {
    thresholds.first { $0.name == name }?.value
  }
}

/// A finding that somebody accepts for a time.
public struct Waiver: Hashable, Sendable {
  /// The rule.
  public var rule: String
  /// The id that the finding is about.
  public var subject: String
  /// Who answers for it.
  public var owner: String
  /// Why.
  public var reason: String
  /// The last day on which it holds.
  public var expires: CalendarDate
}
