internal import Synchronization

/// Named values in a fixed order.
///
/// Either the values are held, or a closure makes them when a template asks: a page with many rows
/// then costs only what it prints. Looking up a key is a short scan for few keys and a hash lookup
/// for many; of records that share a shape a template looks a key up once.
public struct Record: Sendable, ExpressibleByDictionaryLiteral {
  /// The keys of records of one kind, in order, made once and shared by all of them.
  ///
  /// A class so that a record of a table with many rows holds one reference to its keys.
  public final class Shape: Sendable {
    /// The keys in order, each once.
    public let keys: [String]
    /// A number that no other shape has, by which templates remember where a field is; 0 for a shape
    /// of one record only.
    let id: Int
    /// The places of many keys; empty for few.
    private let positions: [String: Int]

    private static let lastID = Atomic(0)
    private static let few = 16

    /// Makes a shape; of a key that comes twice the first place counts.
    public convenience init(_ keys: [String]) {
      self.init(keys, id: Self.lastID.add(1, ordering: .relaxed).newValue)
    }

    fileprivate init(_ keys: [String], id: Int) {
      self.id = id
      (self.keys, positions) = keys.count <= Self.few ? Self.few(keys) : Self.many(keys)
    }

    private static func few(_ keys: [String]) -> ([String], [String: Int]) {
      var kept: [String] = []
      kept.reserveCapacity(keys.count)
      for key in keys where !kept.contains(key) { kept.append(key) }
      return (kept, [:])
    }

    private static func many(_ keys: [String]) -> ([String], [String: Int]) {
      var positions: [String: Int] = [:]
      var kept: [String] = []
      for key in keys where positions[key] == nil {
        positions[key] = kept.count
        kept.append(key)
      }
      return (kept, positions)
    }

    func position(of key: String) -> Int? {
      positions.isEmpty ? keys.firstIndex(of: key) : positions[key]
    }
  }

  enum Storage: Sendable {
    case held(Shape, [Value])
    case made(Shape, @Sendable (Int) -> Value)
    case tree(ValueTree, Int)
  }

  let storage: Storage

  /// Makes a record of these fields; of a key that comes twice the last value counts.
  public init(_ fields: [(String, Value)]) {
    let shape = Shape(fields.map { $0.0 }, id: 0)
    var values = [Value](repeating: .nil, count: shape.keys.count)
    for (key, value) in fields {
      if let position = shape.position(of: key) { values[position] = value }
    }
    storage = .held(shape, values)
  }

  /// Makes a record of these fields, in this order.
  public init(dictionaryLiteral fields: (String, Value)...) {
    self.init(fields)
  }

  /// Makes a record of that shape; values and keys are as many.
  public init(shape: Shape, values: [Value]) {
    precondition(shape.keys.count == values.count, "a record has one value for each key")
    storage = .held(shape, values)
  }

  /// Makes a record whose values are made when asked for: `value` gets the place of the key.
  public init(shape: Shape, value: @escaping @Sendable (Int) -> Value) {
    storage = .made(shape, value)
  }

  /// The record at that node.
  init(_ tree: ValueTree, at place: Int) {
    storage = .tree(tree, place)
  }

  /// The record without fields.
  public static let empty = Record(shape: Shape([]), values: [])

  var shape: Shape {
    switch storage {
    case .held(let shape, _), .made(let shape, _): shape
    case .tree(let tree, let place): tree.shapes[tree.nodes[place].shape]
    }
  }

  /// The keys in order.
  public var keys: [String] { shape.keys }

  /// How many keys it has.
  public var count: Int { shape.keys.count }

  /// The value of that key; nil when the record has no such key.
  public subscript(key: String) -> Value? {
    guard let position = shape.position(of: key) else { return nil }
    return value(at: position)
  }

  /// The value of the key at that place, `0..<count`.
  public func value(at position: Int) -> Value {
    switch storage {
    case .held(_, let values): return values[position]
    case .made(_, let make): return make(position)
    case .tree(let tree, let place):
      let node = tree.nodes[place]
      let count = tree.shapes[node.shape].keys.count
      precondition(0..<count ~= position, "a record has a value at each place below its count")
      return tree.value(at: node.payload + position)
    }
  }

  /// The same fields and these; a field that is there already gets the new value.
  public func adding(_ more: [(String, Value)]) -> Record {
    Record(keys.indices.map { (keys[$0], value(at: $0)) } + more)
  }

  /// Gives these fields other values. While all of them are there already, the record keeps its shape,
  /// and templates find them as fast as before.
  public mutating func set(_ fields: [(String, Value)]) {
    let places = fields.map { shape.position(of: $0.0) }
    guard !places.contains(nil) else { return self = adding(fields) }
    var values = (0..<count).map { value(at: $0) }
    for (place, field) in zip(places, fields) {
      if let place { values[place] = field.1 }
    }
    self = Record(shape: shape, values: values)
  }

  /// The field at that place as a list of key and value, which is what a loop over a record gives.
  func pair(at position: Int) -> Value {
    .list([.text(keys[position]), value(at: position)])
  }
}
