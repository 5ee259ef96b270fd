/// Values that were read together, laid out flat.
///
/// Lists and records are places in the tree, and short texts are places in the bytes that were read: reading many
/// values allocates next to nothing, a page copies them from there, and an ordinary value is made of one only when
/// something else asks for it. Getting a list, a record or an item of one is O(1).
///
/// A class, because the lists and records of the tree share it.
public final class ValueTree: Sendable {
  /// A value of the tree.
  public struct Node: Sendable {
    @usableFromInline enum Kind: UInt8, Sendable {
      case `nil`, no, yes, number, text, other, list, record
    }

    @usableFromInline let payload: Int
    @usableFromInline let size: UInt32
    @usableFromInline let kind: Kind

    // Inlined, because a reader makes one for each value: a third of the time of making a tree.
    @inlinable
    init(_ kind: Kind, _ payload: Int = 0, size: Int = 0) {
      self.kind = kind
      self.payload = payload
      self.size = UInt32(size)
    }

    /// The value `nil`.
    public static var `nil`: Node { Node(.nil) }

    /// True or false.
    public static func flag(_ flag: Bool) -> Node { Node(flag ? .yes : .no) }

    /// A whole number.
    @inlinable
    public static func number(_ number: Int) -> Node { Node(.number, number) }

    /// A text: bytes of the tree's, which are UTF-8. It should be short: a text is made anew for all who ask for it.
    @inlinable
    public static func text(_ range: Range<Int>) -> Node {
      Node(.text, range.lowerBound, size: range.count)
    }

    /// One of the tree's other values.
    public static func other(_ place: Int) -> Node { Node(.other, place) }

    /// A list of the values at these nodes.
    @inlinable
    public static func list(_ nodes: Range<Int>) -> Node {
      Node(.list, nodes.lowerBound, size: nodes.count)
    }

    /// A record of the tree's shape of that number; its values begin at that node.
    @inlinable
    public static func record(shape: Int, values first: Int) -> Node {
      Node(.record, first, size: shape)
    }
  }

  let bytes: [UInt8]
  let nodes: [Node]
  let shapes: [Record.Shape]
  private let others: [Value]

  /// Makes a tree. What its nodes refer to has to be there, and no list or record may hold itself.
  ///
  /// - Parameters:
  ///   - bytes: what texts refer to.
  ///   - nodes: the values; the last one is the root.
  ///   - shapes: what records refer to.
  ///   - others: values for which there is no kind of node.
  public init(bytes: [UInt8], nodes: [Node], shapes: [Record.Shape], others: [Value]) {
    precondition(!nodes.isEmpty, "a tree has a root")
    self.bytes = bytes
    self.nodes = nodes
    self.shapes = shapes
    self.others = others
  }

  /// The value of the last node.
  public var root: Value { value(at: nodes.count - 1) }

  /// The value of a node.
  func value(at place: Int) -> Value {
    let node = nodes[place]
    switch node.kind {
    case .nil: return .nil
    case .no: return .flag(false)
    case .yes: return .flag(true)
    case .number: return .number(node.payload)
    case .text: return .text(String(decoding: bytes[node.range], as: UTF8.self))
    case .other: return others[node.payload]
    case .list: return .list(ValueList(self, at: place))
    case .record: return .record(Record(self, at: place))
    }
  }
}

extension ValueTree.Node {
  /// The bytes of a text, or the nodes of a list.
  var range: Range<Int> { payload..<payload + Int(size) }

  /// The number of a record's shape.
  var shape: Int { Int(size) }
}
