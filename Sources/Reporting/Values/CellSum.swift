import BillingModel
import ExactNumbers

/// The sum of a column's cells: exact, and unknown as soon as one of them is.
struct CellSum {
  private var sum: Cell = .notApplicable

  /// The sum; `notApplicable` when no cell had a meaning.
  var cell: Cell { sum }

  /// Adds a cell. Cells that do not apply are left out; one that is unknown makes the sum unknown,
  /// and one that is Unlimited makes it Unlimited whatever the others are.
  mutating func add(_ cell: Cell) {
    switch (sum, cell) {
    case (_, .notApplicable), (.quantity(.unlimited), _): break
    case (_, .quantity(.unlimited)): sum = cell
    case (.missing, _): break
    case (_, .missing): sum = .missing
    case (.notApplicable, _): sum = cell
    case (.count(let left), .count(let right)):
      let total = left.addingReportingOverflow(right)
      sum = total.overflow ? .missing : .count(total.partialValue)
    case (.quantity(let left), .quantity(let right)):
      sum = .quantity(left.adding(right))
    case (.money(let left, let currency), .money(let right, let other)):
      precondition(currency == other, "amounts of two currencies are never added")
      sum = .money(left.adding(right), currency)
    default: preconditionFailure("the cells of a summed column are figures of one kind")
    }
  }
}

extension Quantity {
  /// The sum; Unlimited when either is; nil when it does not fit.
  func adding(_ other: Quantity) -> Quantity? {
    guard let left = number, let right = other.number else { return .unlimited }
    let sum = left.addingReportingOverflow(right)
    return sum.overflow ? nil : .count(sum.partialValue)
  }
}
