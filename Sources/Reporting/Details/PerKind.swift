/// A value for each kind of thing.
public struct PerKind<Value> {
  private let values: [Value]

  /// Makes the value of each kind.
  public init(_ value: (DetailKind) -> Value) {
    values = DetailKind.allCases.map(value)
  }

  /// The value of a kind.
  public subscript(kind: DetailKind) -> Value { values[kind.ordinal] }
}

extension PerKind: Sendable where Value: Sendable {}

extension DetailKind {
  /// The kind's place among all.
  fileprivate var ordinal: Int {
    switch self {
    case .product: 0
    case .subscription: 1
    case .buyer: 2
    case .invoice: 3
    case .billingProfile: 4
    case .person: 5
    }
  }
}
