import BillingModel
import ExactNumbers

/// The renewals of one currency within so many days.
struct RenewalPeriod: Sendable {
  let currency: Currency?
  /// From 0 on: the first thirty days and the report date itself, the next thirty days, and so on.
  let period: Int
  let lines: [RenewalLine]
  private(set) var value = ExactSum()
  private(set) var unused = ExactSum()

  init(_ lines: [RenewalLine], currency: Currency?, period: Int) {
    self.lines = lines
    self.currency = currency
    self.period = period
    for line in lines {
      value.add(line.subscription.annualCost)
      unused.add(line.subscription.unusedAnnualCost)
    }
  }

  /// The first and last of its days, counted from the report date: `31-60`.
  var days: String { "\(period == 0 ? 0 : period * 30 + 1)-\((period + 1) * 30)" }
}

extension ReportBasis {
  /// `periods`: what ends within 30, 60 and 90 days.
  func periodTable(_ lines: [RenewalLine]) -> DetailTable {
    let byPeriod = Dictionary(grouping: lines) { max(0, $0.daysLeft(from: asOf) - 1) / 30 }
    let periods = byPeriod.sorted { $0.key < $1.key }.flatMap { period, lines in
      Dictionary(grouping: lines, by: \.subscription.currency)
        .sorted { Currency.isBefore($0.key, $1.key) }
        .map { RenewalPeriod($0.value, currency: $0.key, period: period) }
    }
    return DetailTable(
      "periods", lines: periods, columns: Self.periodColumns, totals: .currency { $0.currency },
      sources: .all { $0.lines.map { RowReference(.subscriptions, $0.subscription.row) } })
  }

  private static let periodColumns: [LineColumn<RenewalPeriod>] = [
    .plain("period", .word) { .word($0.days) },
    .plain("currency", .currency) { .currency($0.currency) },
    .summed("subscriptions", .count) { .count($0.lines.count) },
    .summed("renewal_value", .money) { .money($0.value.amount, $0.currency) },
    .summed("unused_value", .money) { .money($0.unused.amount, $0.currency) },
  ]
}
