/// Values in order: those of an array, or of a list in a `ValueTree`.
public struct ValueList: RandomAccessCollection, Sendable {
  enum Storage: Sendable {
    case array([Value])
    case tree(ValueTree, Int)
  }

  let storage: Storage

  /// The values of an array.
  public init(_ values: [Value]) {
    storage = .array(values)
  }

  /// The list at that node.
  init(_ tree: ValueTree, at place: Int) {
    storage = .tree(tree, place)
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// How many values there are.
  public var endIndex: Int {
    switch storage {
    case .array(let values): values.count
    case .tree(let tree, let place): Int(tree.nodes[place].size)
    }
  }

  /// The value at that place, which is one of the list's.
  @inline(__always)
  public subscript(place: Int) -> Value {
    switch storage {
    case .array(let values): return values[place]
    case .tree(let tree, let list):
      let range = tree.nodes[list].range
      precondition(0..<range.count ~= place, "a list has an item at each place below its count")
      return tree.value(at: range.lowerBound + place)
    }
  }

  /// The values as an array.
  ///
  /// - Complexity: O(1) for the values of an array, else O(*n*).
  public var array: [Value] {
    switch storage {
    case .array(let values): values
    case .tree: map { $0 }
    }
  }
}

extension ValueList: ExpressibleByArrayLiteral {
  /// Makes a list of these values.
  public init(arrayLiteral values: Value...) { self.init(values) }
}
