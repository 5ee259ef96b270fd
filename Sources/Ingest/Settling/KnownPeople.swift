import BillingModel

/// The people whom files of users list, read before the files that name them again and again.
///
/// A large file of assignments names each of them some times. It looks them up here, so that its parts
/// need no dictionaries of their own which are put together afterwards.
public struct KnownPeople: Sendable {
  let texts: TextDictionary

  /// Puts the people of all files of users together, in the order in which `Settling` would. Nil when
  /// there are none, or some of the files may not count.
  public static func of(_ readings: inout [[TableReading]]) -> KnownPeople? {
    let places = Settling.order(of: readings.joined().map { ($0.isCorrection, $0.file) })
    let flat = readings.indices.flatMap { input in
      readings[input].indices.map { (input: input, table: $0) }
    }
    let users = places.map { flat[$0] }.filter {
      readings[$0.input][$0.table].file.table == .users
    }
    guard users.allSatisfy({ readings[$0.input][$0.table].pickFolder == nil }) else { return nil }
    var texts = TextDictionary(Domain.party.folding)
    for place in users {
      for shard in readings[place.input][place.table].shards.indices {
        readings[place.input][place.table].shards[shard].adopt(.party, into: &texts)
      }
    }
    return texts.count == 0 ? nil : KnownPeople(texts: texts)
  }
}
