public import ExactNumbers

extension ChargeType {
  /// True where the charges are whole prices, not prorated.
  public var isFullPrice: Bool {
    switch self {
    case .purchase, .monthlyPayment, .renew, .reEnable, .usage: true
    case .addQuantity, .removeQuantity, .cancel, .convert, .credit: false
    }
  }
}

extension LineRounding {
  /// The charges of a line of whole prices; nil when they are out of range.
  ///
  /// `down` is Partner Center's ROUNDDOWN: the price is cut to the minor unit, and so is the product.
  public func charges(
    _ quantity: ExactDecimal, _ price: ExactDecimal, to places: Int
  ) -> ExactDecimal? {
    switch self {
    case .halfEven: price.multiplied(by: quantity, to: places, .halfEven)
    case .halfUp: price.multiplied(by: quantity, to: places, .halfUp)
    case .down:
      price.rounded(to: places, .down).flatMap { $0.multiplied(by: quantity, to: places, .down) }
    }
  }
}
