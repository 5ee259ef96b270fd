public import BillingModel
public import CalendarDates

/// What rules look at: the data, the report date, the settings, and what several rules share.
public struct RuleContext: Sendable {
  /// The tables.
  public let data: Dataset
  /// The report date.
  public let asOf: CalendarDate
  /// What the configuration says about rules.
  public let settings: RuleSettings
  /// The subscriptions as an earlier folder of exports had them; nil without one.
  public let earlier: EarlierRun?

  let subscriptions: SubscriptionFacts
  let subjects: Subjects
  let assignments: AssignmentRows

  /// Prepares the check of a data set.
  public init(
    data: Dataset, asOf: CalendarDate, settings: RuleSettings = RuleSettings(),
    earlier: EarlierRun? = nil
  ) {
    self.data = data
    self.asOf = asOf
    self.settings = settings
    self.earlier = earlier
    subscriptions = SubscriptionFacts(data)
    subjects = Subjects(data)
    assignments = AssignmentRows(data)
  }
}
