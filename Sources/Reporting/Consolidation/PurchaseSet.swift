/// Some of at most 32 purchases, by their places; in the order of these.
struct PurchaseSet: Hashable, Sequence, IteratorProtocol {
  /// One bit for each place.
  private(set) var bits: UInt32 = 0

  /// None.
  init() {}

  /// The purchases at the first places.
  init(first count: Int) {
    precondition(count <= 32, "a set has room for 32 purchases")
    bits = count == 0 ? 0 : .max >> UInt32(32 - count)
  }

  var isEmpty: Bool { bits == 0 }

  /// The first place of all; nil in a set of none.
  var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }

  func contains(_ place: Int) -> Bool { bits & (1 << UInt32(place)) != 0 }

  func subtracting(_ other: PurchaseSet) -> PurchaseSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  func adding(_ place: Int) -> PurchaseSet {
    var all = self
    all.bits |= 1 << UInt32(place)
    return all
  }

  mutating func remove(_ place: Int) { bits &= ~(1 << UInt32(place)) }

  mutating func next() -> Int? {
    guard let place = first else { return nil }
    bits &= bits - 1
    return place
  }
}
