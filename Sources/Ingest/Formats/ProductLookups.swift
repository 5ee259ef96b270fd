import UnicodeFolding

/// The names of products, collected from all files of a run.
public struct ProductLookups: Sendable {
  private var names: [String: String] = [:]
  /// The ids of each folded name; those that the tenant has come first.
  private var ids: [String: [String]] = [:]
  private var owned: Set<String> = []
  /// The most pieces that plus signs cut a name into.
  private(set) var mostPieces = 1

  /// No product is known.
  public init() {}

  /// True when no product is known.
  var isEmpty: Bool { names.isEmpty }

  /// Adds a product. `isOwned`: a table of products or subscriptions has it.
  mutating func add(id: String, name: String, isOwned: Bool) {
    let key = id.lowercased()
    if names[key] == nil { names[key] = name }
    if isOwned { owned.insert(key) }
    let folded = HeaderName.key(name)
    mostPieces = max(mostPieces, 1 + folded.utf8.count { $0 == UInt8(ascii: "+") })
    if ids[folded]?.contains(where: { $0.lowercased() == key }) != true {
      ids[folded, default: []].append(id)
    }
  }

  /// Says that the tenant has a product.
  mutating func own(_ id: String) {
    owned.insert(id.lowercased())
  }

  /// The name of an id; nil when no file says it.
  func name(ofID id: String) -> String? {
    names[id.lowercased()]
  }

  /// True when a product has that name.
  func isName(_ text: String) -> Bool { ids[HeaderName.key(text)] != nil }

  /// The id of the one product of that name; of several, the one that the tenant has. Nil otherwise.
  func id(ofName name: String) -> String? {
    let candidates = ids[HeaderName.key(name)] ?? []
    if candidates.count == 1 { return candidates[0] }
    let held = candidates.filter { owned.contains($0.lowercased()) }
    return held.count == 1 ? held[0] : nil
  }
}
