import BillingModel
import CalendarDates

/// One subscription that ends or renews soon.
struct RenewalLine: Sendable {
  let subscription: SubscriptionFigures
  let id: String
  let expiresOn: CalendarDate

  /// How many days are left, counted from a day.
  func daysLeft(from day: CalendarDate) -> Int { expiresOn.days(since: day) }
}

extension ReportBasis {
  /// Subscriptions that are neither disabled nor deleted and whose term ends between the report date
  /// and so many days later, both included; the next date of an earlier one is not guessed.
  func renewals() -> Report {
    let lines = renewalLines()
    return Report(
      .renewals, asOf: asOf, lines: lines, columns: renewalColumns,
      totals: .currency { $0.subscription.currency }, parts: [periodTable(lines)],
      sources: .all { [self] in sources(of: [$0.subscription]) })
  }

  /// The lines of the report in its order: expires_on, subscription_id.
  private func renewalLines() -> [RenewalLine] {
    let expiry = data.subscriptions.expiresOn
    let lines = subscriptions.compactMap { subscription -> RenewalLine? in
      guard !subscription.hasEnded, let day = expiry[subscription.row], day >= asOf,
        day.days(since: asOf) <= settings.renewalDays
      else { return nil }
      return RenewalLine(
        subscription: subscription, id: data.text(.subscription, subscription.code), expiresOn: day)
    }
    return lines.sorted { left, right in
      left.expiresOn == right.expiresOn
        ? TextOrder.compare(left.id, right.id) < 0 : left.expiresOn < right.expiresOn
    }
  }

  private var renewalColumns: [LineColumn<RenewalLine>] {
    let (facts, renewing, asOf) = (facts, data.subscriptions.autoRenew, asOf)
    return [
      .plain("subscription_id", .id) { .id($0.id) },
      .plain("product_name", .text) { .text(facts.name(subscription: $0.subscription.row)) },
      .plain("expires_on", .date) { .date($0.expiresOn) },
      .plain("days_left", .count) { .count($0.daysLeft(from: asOf)) },
      .plain("auto_renew", .flag) { .flag(renewing[$0.subscription.row]) },
      .plain("currency", .currency) { .currency($0.subscription.currency) },
      .summed("renewal_value", .money) {
        .money($0.subscription.annualCost, $0.subscription.currency)
      },
      .summed("unused_value", .money) {
        .money($0.subscription.unusedAnnualCost, $0.subscription.currency)
      },
    ]
  }
}

extension SubscriptionFigures {
  /// Disabled or deleted.
  var hasEnded: Bool { effectiveStatus == .disabled || effectiveStatus == .deleted }

  /// What a year of it costs at today's quantity and price.
  var annualCost: ExactAmount? { monthlyCost?.multiplied(by: 12) }

  /// What a year of the licences that nobody has costs.
  var unusedAnnualCost: ExactAmount? { unusedMonthlyCost?.multiplied(by: 12) }
}
