internal import BillingModel
internal import ExactNumbers
internal import Liquid
internal import Reporting

extension SiteContext {
  /// What the first page tells at a glance.
  func makeOverview() -> Record {
    let overview = input.overview
    return [
      "due": .list(
        overview.due.map { due in
          [
            "currency": Value(due.currency?.code), "amount_due": value(due.amountDue),
            "past_due": value(due.pastDue),
          ]
        }),
      "licenses": .list(overview.licenses.map { licenseValue($0) }),
      "unused_seats": value(overview.unusedSeats), "reclaimable": .number(overview.reclaimable),
      "over_assigned": value(overview.overAssigned),
      "self_service": [
        "buyers": .number(overview.selfService.buyers),
        "purchases": .number(overview.selfService.purchases),
        "assigned": .number(overview.selfService.assigned),
      ],
      "apps": [
        "apps": .number(overview.apps.apps), "subscriptions": .number(overview.apps.subscriptions),
        "with_findings": .number(overview.apps.withFindings),
        "in_publisher_portal": .number(overview.apps.inPublisherPortal),
        "in_admin_center": .number(overview.apps.inAdminCenter),
      ],
      "quarantine": .record(quarantineRecord),
    ]
  }

  func value(_ cell: Cell) -> Value { Value(cell, wording) }

  private func licenseValue(_ figures: LicenseFigures) -> Value {
    [
      "currency": Value(figures.currency?.code), "unused_seats": value(figures.unusedSeats),
      "unused_monthly_cost": value(figures.unusedMonthlyCost),
      "monthly_cost_known": value(figures.monthlyCostKnown), "unpriced": .number(figures.unpriced),
      "reclaimable": .number(figures.reclaimable),
      "reclaimable_monthly_cost": value(figures.reclaimableMonthlyCost),
    ]
  }

  /// How many rows are in quarantine, and the amounts that they carry.
  var quarantineRecord: Record {
    let quarantine = input.overview.quarantine
    return [
      "rows": .number(quarantine.rows), "rows_with_amounts": .number(quarantine.rowsWithAmounts),
      "amounts": .list(quarantine.amounts.compactMap { quarantinedValue($0) }),
      "unread": .list(
        quarantine.unread.map { unread in
          [
            "table": Value(unread.table?.rawValue), "columns": .text(columnNames(unread.columns)),
            "rows": .number(unread.rows),
          ]
        }),
    ]
  }

  /// The labels of columns side by side: `Charges, Tax and Total`.
  func columnNames(_ columns: [String]) -> String {
    wording.enumeration(columns.map { wording.text("column.\($0).label") })
  }

  /// The amounts of a column that are not zero; nil without any.
  private func quarantinedValue(_ amounts: QuarantinedAmounts) -> Value? {
    let money = amounts.amounts.all.filter { $0.amount != .zero }
    guard !money.isEmpty else { return nil }
    var bag = MoneyBag()
    for money in money { bag.add(money) }
    return [
      "table": Value(amounts.table?.rawValue), "column": .text(amounts.column),
      "label": .text(wording.text("column.\(amounts.column).label")),
      "amounts": .moneyBag(bag),
    ]
  }
}
