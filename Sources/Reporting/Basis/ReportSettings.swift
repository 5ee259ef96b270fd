/// What a configuration may change about the figures.
public struct ReportSettings: Hashable, Sendable {
  /// After how many days without a sign-in a user's licences are reclaimable.
  public var inactiveDays = 90
  /// How many days ahead `renewals` looks.
  public var renewalDays = 90

  /// The settings of a run without a configuration.
  public init() {}
}
