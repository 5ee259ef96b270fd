import BillingModel
import ExactNumbers

/// What can be done with one self-service purchase, taken alone.
enum Takeover: Hashable, Sendable, CustomStringConvertible {
  /// Nobody has a licence of it, or it has ended.
  case none
  /// Its people fit into that central subscription.
  case move(String)
  /// So many licences are missing in the best central subscription.
  case buy(Int)

  /// `none`, `move:ID` or `buy:N`.
  var description: String {
    switch self {
    case .none: "none"
    case .move(let id): "move:" + id
    case .buy(let count): "buy:\(count)"
    }
  }
}

/// The central, active subscriptions that people of self-service purchases can move to.
struct TakeoverTargets: Sendable {
  private let byProduct: [Int: [SubscriptionFigures]]
  private let data: Dataset

  /// Finds them among all subscriptions, which are ordered by id.
  init(_ subscriptions: [SubscriptionFigures], _ data: Dataset) {
    let targets = subscriptions.filter { !$0.isSelfService && $0.effectiveStatus == .active }
    byProduct = Dictionary(grouping: targets, by: \.product)
    self.data = data
  }

  /// The candidates of a product, ordered by id.
  subscript(product: Int) -> [SubscriptionFigures] { byProduct[product] ?? [] }

  /// What can be done with a purchase; nil when it is not known who holds its licences.
  func takeover(of purchase: SubscriptionFigures) -> Takeover? {
    guard !purchase.isPooled else { return nil }
    let need = purchase.assigned
    let status = purchase.effectiveStatus
    guard need > 0, status != .disabled, status != .deleted else { return Takeover.none }
    let candidates = self[purchase.product]
    let fitting = candidates.filter { candidate in
      candidate.quantity == .unlimited || (candidate.available ?? -1) >= need
    }
    if let best = fitting.min(by: { isBetter($0, $1, for: purchase.currency) }) {
      return .move(data.text(.subscription, best.code))
    }
    return .buy(need - (candidates.compactMap(\.available).max() ?? 0))
  }

  /// The own currency, then the others by code, then the lower monthly price, then the id.
  ///
  /// Candidates come ordered by id. What is unknown stands last.
  private func isBetter(
    _ left: SubscriptionFigures, _ right: SubscriptionFigures, for currency: Currency?
  ) -> Bool {
    if left.currency != right.currency {
      guard let first = left.currency, let second = right.currency else {
        return left.currency == currency || (left.currency != nil && right.currency != currency)
      }
      if first == currency || second == currency { return first == currency }
      return first < second
    }
    guard let price = left.comparablePrice else { return false }
    return right.comparablePrice.map { price < $0 } ?? true
  }
}
