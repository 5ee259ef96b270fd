internal import Liquid
internal import Synchronization

/// The shapes of the records that pages hand to templates: things of a kind have mostly the same keys,
/// and of records with one shape a template looks a key up once.
///
/// A class with a lock because pages are made on several threads, and each may need a shape first.
final class RecordShapes: Sendable {
  private let known = Mutex<[[String]: Record.Shape]>([:])

  /// A record of these fields; of a key that comes twice the last value counts.
  func record(_ fields: [(String, Value)]) -> Record {
    let shape = shape(fields.map { $0.0 })
    guard shape.keys.count == fields.count else { return Record(fields) }
    return Record(shape: shape, values: fields.map { $0.1 })
  }

  /// A record of these fields, and of others that are worked out each time a template asks for them.
  func record(
    _ fields: [(String, Value)], and made: [(String, @Sendable () -> Value)]
  ) -> Record {
    let shape = shape(fields.map { $0.0 } + made.map { $0.0 })
    guard shape.keys.count == fields.count + made.count else {
      return Record(fields + made.map { ($0.0, $0.1()) })
    }
    let values = fields.map { $0.1 }
    let makers = made.map { $0.1 }
    return Record(shape: shape) { place in
      place < values.count ? values[place] : makers[place - values.count]()
    }
  }

  private func shape(_ keys: [String]) -> Record.Shape {
    known.withLock { known in
      if let shape = known[keys] { return shape }
      let shape = Record.Shape(keys)
      known[keys] = shape
      return shape
    }
  }
}
