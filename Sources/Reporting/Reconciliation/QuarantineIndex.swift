public import BillingModel

/// The ids that stand in quarantined records, so that whatever has one of them can say so.
public struct QuarantineIndex: Sendable {
  /// An id that could be read.
  public struct ID: Hashable, Sendable {
    /// What it names.
    public let domain: Domain
    /// Its text.
    public let text: String

    /// Names a thing.
    public init(_ domain: Domain, _ text: String) {
      self.domain = domain
      self.text = text
    }
  }

  private var places: [Domain: [Int: [Int]]] = [:]

  /// An index of nothing.
  public init() {}

  /// Sorts the records by their ids; `ids` has those of each record of `data.quarantine`, in its order.
  public init(_ data: Dataset, ids: [[ID]]) {
    for (place, found) in ids.enumerated() {
      for id in Set(found) {
        guard let code = data.code(id.domain, of: id.text) else { continue }
        places[id.domain, default: [:]][code, default: []].append(place)
      }
    }
  }

  /// True when no record has an id of something that is in the data.
  public var isEmpty: Bool { places.isEmpty }

  /// The records with that id: places in the data set's quarantine.
  public func records(with domain: Domain, _ code: Int) -> [Int] {
    places[domain]?[code] ?? []
  }
}
