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
  /// How far apart amounts may be, in whole units of their currency; nil for not at all.
  public var tolerance: ExactDecimal?
  /// The limits of some products, in the order of the file; the first group that fits counts.
  public var products: [ProductGroup] = []

  /// One limit of a rule.
  public struct Threshold: Hashable, Sendable {
    /// Its name, such as `days`.
    public var name: String
    /// Its value, not negative.
    public var value: Int
  }

  /// Products that have limits of their own.
  public struct ProductGroup: Hashable, Sendable {
    /// The product's id or name, with `*` for any text.
    public var product: String
    /// The limits that are changed for them.
    public var thresholds: [Threshold] = []
  }

  /// Settings that change nothing.
  public init(id: String) {
    self.id = id
  }

  /// The limit of that name; nil when the file leaves it alone.
  public func threshold(_ name: String) -> Int? {
    thresholds.first { $0.name == name }?.value
  }
}

/// A finding that somebody accepts for a time.
public struct Waiver: Hashable, Sendable {
  /// The rule.
  public var rule: String
  /// The id that the finding is about, or the file; `*` stands for any text.
  public var subject: String
  /// Who answers for it.
  public var owner: String
  /// Why.
  public var reason: String
  /// The last day on which it holds.
  public var expires: CalendarDate
  /// The line of its last day in the file, from 1.
  public var line: Int
  /// The column of its last day, in bytes from 1.
  public var column: Int
}
