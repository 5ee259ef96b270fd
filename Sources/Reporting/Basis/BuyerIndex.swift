public import BillingModel

/// Who bought each self-service subscription.
///
/// A buyer is an address, without regard to case; a name where there is no address.
public struct BuyerIndex: Sendable {
  private var buyers: [Int32]
  private var ids: [String] = []
  private var names: [String?] = []
  private var byID: [[UInt8]: Int] = [:]

  /// How many buyers there are; they are numbered from 0, in no order that means anything.
  public var count: Int { ids.count }

  /// Reads the self-service rows of `subscriptions`.
  public init(_ data: Dataset) {
    let table = data.subscriptions
    let (bought, addresses) = (table.acquisition, table.purchaserEmail)
    let spelled = table.purchaserName
    buyers = Array(repeating: -1, count: table.count)
    var folded = TextDictionary(.caseless)
    var known: [Key: Int32] = [:]
    for row in table.rows where bought[row] == .selfService {
      guard let key = Self.key(addresses[row], spelled.code(row), &folded) else { continue }
      if let buyer = known[key] {
        buyers[row] = buyer
        if names[Int(buyer)] == nil { names[Int(buyer)] = spelled[row] }
        continue
      }
      buyers[row] = Int32(ids.count)
      known[key] = Int32(ids.count)
      ids.append(Self.id(key, spelled[row], folded))
      byID[Array(ids[ids.count - 1].utf8)] = ids.count - 1
      names.append(spelled[row])
    }
  }

  /// The buyer of a row of `subscriptions`; nil for a central one and when nobody is named.
  public func buyer(ofSubscription row: Int) -> Int? {
    buyers[row] < 0 ? nil : Int(buyers[row])
  }

  /// The lower-cased address, or `name:` and the name: what the buyer's page is named after.
  public func id(_ buyer: Int) -> String { ids[buyer] }

  /// The buyer of an id; nil when nobody has it.
  public func buyer(id: String) -> Int? { byID[Array(id.utf8)] }

  /// The name in the buyer's first row that has one.
  public func name(_ buyer: Int) -> String? { names[buyer] }

  private enum Key: Hashable {
    case address(UInt32)
    case name(Int)
  }

  private static func key(
    _ address: String?, _ name: Int?, _ folded: inout TextDictionary
  ) -> Key? {
    guard let address else { return name.map { .name($0) } }
    return .address(folded.intern(Array(address.utf8).span))
  }

  private static func id(_ key: Key, _ name: String?, _ folded: TextDictionary) -> String {
    switch key {
    case .address(let code): folded.key(of: Int(code))
    case .name: "name:" + (name ?? "")
    }
  }
}
