import BillingModel
public import CalendarDates
public import Diagnostics
public import ExactNumbers

/// What the first page tells at a glance.
public struct Overview: Sendable {
  /// The report date.
  public let asOf: CalendarDate
  /// What is owed, one entry for each currency, ordered by code.
  public let due: [DueFigures]
  /// Licences in use, one entry for each currency; those without a currency first.
  public let licenses: [LicenseFigures]
  /// Seats nobody has, over all currencies; unknown when a quantity is.
  public let unusedSeats: Cell
  /// Licences that could be taken back, over all currencies.
  public let reclaimable: Int
  /// Licences beyond what was bought, over all currencies; unknown when a quantity is.
  public let overAssigned: Cell
  /// What users bought themselves.
  public let selfService: SelfServiceFigures
  /// The apps of other publishers than Microsoft.
  public let apps: AppFigures
  /// How many findings there are of each severity.
  public let findings: FindingCounts
  /// What is in quarantine.
  public let quarantine: QuarantineFigures

  /// Works the overview out. `findings` counts those of reading and of the rules.
  public init(_ basis: ReportBasis, findings: FindingCounts) {
    asOf = basis.asOf
    due = DueFigures.all(of: basis)
    let lines = basis.licenseUsageLines()
    licenses = LicenseFigures.all(of: lines, basis)
    unusedSeats = Self.sum(lines.map(\.availableCell))
    overAssigned = Self.sum(lines.map { .count($0.overAssigned.count) })
    reclaimable = lines.reduce(0) { $0 + $1.reclaimable }
    selfService = SelfServiceFigures(basis)
    apps = AppFigures(basis)
    self.findings = findings
    quarantine = QuarantineFigures(basis.data)
  }

  private static func sum(_ cells: [Cell]) -> Cell {
    var sum = CellSum()
    sum.add(.count(0))
    for cell in cells { sum.add(cell) }
    return sum.cell
  }
}

/// What is owed in one currency.
public struct DueFigures: Hashable, Sendable {
  /// The currency; nil when an invoice has none.
  public let currency: Currency?
  /// Everything still owed.
  public let amountDue: Cell
  /// The part of it whose due date is before the report date.
  public let pastDue: Cell

  static func all(of basis: ReportBasis) -> [DueFigures] {
    let report = basis.invoiceSummary()
    guard let due = report.column("amount_due"), let past = report.column("past_due") else {
      return []
    }
    return report.totals.map { total in
      DueFigures(
        currency: total.currency, amountDue: total.cells[due] ?? .missing,
        pastDue: total.cells[past] ?? .missing)
    }
  }
}

/// The licences in use of one currency.
public struct LicenseFigures: Hashable, Sendable {
  /// The currency; nil for subscriptions without one.
  public let currency: Currency?
  /// Seats nobody has; Unlimited ones left out.
  public let unusedSeats: Cell
  /// What they cost a month.
  public let unusedMonthlyCost: Cell
  /// What all subscriptions in use cost a month, those without price left out.
  public let monthlyCostKnown: Cell
  /// How many subscriptions have no price.
  public let unpriced: Int
  /// Licences that could be taken back.
  public let reclaimable: Int
  /// What they cost a month.
  public let reclaimableMonthlyCost: Cell

  static func all(of lines: [LicenseUsageLine], _ basis: ReportBasis) -> [LicenseFigures] {
    Dictionary(grouping: lines, by: \.currency).sorted {
      Currency.isBefore($0.key, $1.key)
    }.map { LicenseFigures($0.value, $0.key, basis) }
  }

  private init(_ lines: [LicenseUsageLine], _ currency: Currency?, _ basis: ReportBasis) {
    var (seats, unused, known) = (CellSum(), ExactSum(), ExactSum())
    var cost = ExactSum()
    seats.add(.count(0))
    for line in lines {
      seats.add(line.availableCell)
      unused.add(line.unusedMonthlyCost.amount)
      known.add(line.monthlyCostKnown.amount)
      for subscription in line.subscriptions {
        let count = basis.reclaimable(in: subscription)
        guard count > 0 else { continue }
        cost.add(subscription.monthlyCostPerLicense.flatMap { $0.multiplied(by: count) })
      }
    }
    self.currency = currency
    unusedSeats = seats.cell
    unusedMonthlyCost = .money(unused.amount, currency)
    monthlyCostKnown = .money(known.amount, currency)
    unpriced = lines.reduce(0) { $0 + $1.unpriced }
    reclaimable = lines.reduce(0) { $0 + $1.reclaimable }
    reclaimableMonthlyCost = .money(cost.amount, currency)
  }
}

/// What users bought themselves.
public struct SelfServiceFigures: Hashable, Sendable {
  /// How many different buyers there are.
  public let buyers: Int
  /// How many subscriptions they bought.
  public let purchases: Int
  /// How many licences those have.
  public let assigned: Int

  init(_ basis: ReportBasis) {
    let bought = basis.subscriptions.filter(\.isSelfService)
    buyers = BuyerIndex(basis.data).count
    purchases = bought.count
    assigned = bought.reduce(0) { $0 + $1.assigned }
  }
}
