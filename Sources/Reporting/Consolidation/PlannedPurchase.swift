import BillingModel
import ExactNumbers

/// What the plan does with a self-service purchase.
enum PurchaseAction: String, Word {
  /// Its people move to licences that a central subscription has left.
  case move
  /// Its people move, and licences are bought for them first.
  case buy
  /// It is cancelled, and nobody loses access.
  case cancel
  /// It stays.
  case keep
}

/// Why the plan does not move a purchase.
enum PurchaseReason: String, Word {
  /// Nobody has a licence of it.
  case unused
  /// Everyone who has one holds the product centrally too, or cannot sign in.
  case covered
  /// The organisation has no active subscription of the product.
  case noCentralSubscription = "no-central-subscription"
  /// It has, but in other currencies only: what is cheaper cannot be told.
  case otherCurrency = "other-currency"
  /// Nothing is left of it, and no licences can be added at a flat rate.
  case noFreeLicense = "no-free-license"
  /// How many licences it has, or what one more costs, is not known.
  case centralUnknown = "central-unknown"
  /// To buy licences costs as much as the purchase, or more.
  case notCheaper = "not-cheaper"
  /// What the purchase costs is not known.
  case priceUnknown = "price-unknown"
  /// How many licences were bought is not known.
  case quantityUnknown = "quantity-unknown"
  /// Who has its licences is not known.
  case usersUnknown = "users-unknown"
}

/// A purchase with what the plan does with it.
struct PlannedPurchase: Sendable {
  let purchase: SubscriptionFigures
  /// Nil when that cannot be known.
  let action: PurchaseAction?
  let reason: PurchaseReason?
  /// Where its people move.
  var target: SubscriptionFigures?
  /// How many licences are bought there for them.
  var licensesToBuy = 0

  init(_ purchase: SubscriptionFigures, _ action: PurchaseAction?, _ reason: PurchaseReason?) {
    self.purchase = purchase
    self.action = action
    self.reason = reason
  }

  init(
    _ purchase: SubscriptionFigures, to target: SubscriptionFigures, licensesToBuy: Int
  ) {
    self.init(purchase, licensesToBuy == 0 ? .move : .buy, nil)
    self.target = target
    self.licensesToBuy = licensesToBuy
  }

  /// What the licences that are bought for it cost a year.
  var buyCost: ExactAmount? {
    guard action != nil else { return nil }
    guard licensesToBuy > 0 else { return .zero }
    return target?.annualCostPerLicense?.multiplied(by: licensesToBuy)
  }

  /// What the plan saves on it a year.
  var annualSaving: ExactAmount? {
    switch action {
    case .keep: .zero
    case .move, .cancel: purchase.annualCost
    case .buy:
      buyCost?.multiplied(by: -1).flatMap { purchase.annualCost?.adding($0) }
    case nil: nil
    }
  }
}

extension SubscriptionFigures {
  /// What a year of one more licence costs; nil at a flat rate and when the price makes no sense.
  var annualCostPerLicense: ExactAmount? {
    guard !isFlatRate, quantity != .unlimited, let cost = comparablePrice, !cost.isNegative else {
      return nil
    }
    return cost.multiplied(by: 12)
  }
}
