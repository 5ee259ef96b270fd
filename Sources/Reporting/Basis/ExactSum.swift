import BillingModel
import ExactNumbers

/// An exact sum that becomes unknown for good when a part is unknown or the sum does not fit.
struct ExactSum: Hashable, Sendable {
  private(set) var amount: ExactAmount? = .zero

  /// Adds an amount; nil makes the sum unknown.
  mutating func add(_ other: ExactAmount?) {
    guard let sum = amount, let other else {
      amount = nil
      return
    }
    amount = sum.adding(other)
  }

  /// Adds an amount; nil makes the sum unknown.
  mutating func add(_ other: ExactDecimal?) {
    add(other.map { ExactAmount($0) })
  }
}

/// A sum of whole numbers that becomes unknown for good when a part is unknown or it does not fit.
struct CountSum: Hashable, Sendable {
  private(set) var count: Int? = 0

  /// Adds a number; nil makes the sum unknown.
  mutating func add(_ other: Int?) {
    guard let sum = count, let other else {
      count = nil
      return
    }
    let total = sum.addingReportingOverflow(other)
    count = total.overflow ? nil : total.partialValue
  }
}

/// A sum of quantities: Unlimited when one of them is, else unknown when one of them is.
struct QuantitySum: Hashable, Sendable {
  private var isUnlimited = false
  private var numbers = CountSum()

  /// The sum; nil when unknown.
  var quantity: Quantity? { isUnlimited ? .unlimited : numbers.count.map { .count($0) } }

  /// Adds a quantity; nil is unknown.
  mutating func add(_ other: Quantity?) {
    if other == .unlimited { isUnlimited = true } else { numbers.add(other?.number) }
  }
}
