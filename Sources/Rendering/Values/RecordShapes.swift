internal import Liquid
internal import Synchronization

/// The shapes of the records that pages hand to templates: things of a kind have mostly the same keys,
/// and of records with one shape a template looks a key up once.
///
/// A class with a lock because pages are made on several threads, and each may need a shape first.
final class RecordShapes: Sendable {
  private let known = Mutex<[Record.Shape]>([])

  /// A record of these fields; of a key that comes twice the last value counts.
  func record(_ fields: [(String, Value)]) -> Record {
    let shape = shape(fields.count) { fields[$0].0 }
    guard shape.keys.count == fields.count else { return Record(fields) }
    return Record(shape: shape, values: fields.map { $0.1 })
  }

  /// A record of these fields, and of others that are worked out each time a template asks for them.
  func record(
    _ fields: [(String, Value)], and made: [(String, @Sendable () -> Value)]
  ) -> Record {
    let shape = shape(fields.count + made.count) { place in
      place < fields.count ? fields[place].0 : made[place - fields.count].0
    }
    guard shape.keys.count == fields.count + made.count else {
      return Record(fields + made.map { ($0.0, $0.1()) })
    }
    let values = fields.map { $0.1 }
    let makers = made.map { $0.1 }
    return Record(shape: shape) { place in
      place < values.count ? values[place] : makers[place - values.count]()
    }
  }

  /// The shape of so many keys. There are few, and most differ in how many keys they have or in the first.
  private func shape(_ count: Int, _ key: (Int) -> String) -> Record.Shape {
    known.withLock { known in
      if let shape = known.first(where: { has($0, count, key) }) { return shape }
      let shape = Record.Shape((0..<count).map(key))
      // Keys that come twice are one key of the shape, which is then not found again.
      if shape.keys.count == count { known.append(shape) }
      return shape
    }
  }

  private func has(_ shape: Record.Shape, _ count: Int, _ key: (Int) -> String) -> Bool {
    shape.keys.count == count && shape.keys.indices.allSatisfy { shape.keys[$0] == key($0) }
  }
}
