import ExactNumbers
import JSONReading
import Liquid

/// Makes a tree of values of what is read onto a tape.
struct TreeMaker {
  private let bytes: [UInt8]
  private var nodes: [ValueTree.Node] = []
  /// The nodes of the values that were added.
  private var roots: [Int] = []
  private var others: [Value] = []
  /// The nodes that come behind those of a tape.
  private var copies: [ValueTree.Node] = []

  /// Texts of more bytes are made once, when the tree is: shorter ones cost less to make than to keep.
  private static let longest = 128

  /// Makes a tree of values in these bytes, which are expected to need so many nodes.
  init(_ bytes: [UInt8], expecting count: Int = 0) {
    self.bytes = bytes
    nodes.reserveCapacity(count)
  }

  /// How many nodes there are.
  var count: Int { nodes.count }

  /// Adds the value that is the last entry of a tape.
  mutating func add(_ tape: borrowing JSONTape, _ shapes: inout ShapeTable) {
    let entries = tape.entries
    var nodes: [ValueTree.Node] = []
    swap(&nodes, &self.nodes)
    let start = nodes.count
    if nodes.capacity < start + entries.count {
      nodes.reserveCapacity(max(2 * nodes.capacity, start + entries.count))
    }
    nodes.append(addingCapacity: entries.count) { span in
      for entry in entries {
        span.append(node(entry, entries, start, span.span, &shapes))
      }
    }
    roots.append(nodes.count - 1)
    if !copies.isEmpty {
      nodes += copies
      copies.removeAll()
    }
    swap(&nodes, &self.nodes)
  }

  /// The last value that was added.
  consuming func value(_ shapes: borrowing ShapeTable) -> Value {
    if let root = roots.last, root < nodes.count - 1 { nodes.append(nodes[root]) }
    return ValueTree(bytes: bytes, nodes: nodes, shapes: shapes.shapes, others: others).root
  }

  /// All values that were added.
  consuming func list(_ shapes: borrowing ShapeTable) -> ValueList {
    guard !roots.isEmpty else { return [] }
    let start = nodes.count
    for root in roots { nodes.append(nodes[root]) }
    nodes.append(.list(start..<nodes.count))
    let tree = ValueTree(bytes: bytes, nodes: nodes, shapes: shapes.shapes, others: others)
    guard case .list(let list) = tree.root else { return [] }
    return list
  }

  /// The node of an entry of a tape, the first of which has the node `start`.
  @inline(__always)
  private mutating func node(
    _ entry: JSONTape.Entry, _ entries: ArraySlice<JSONTape.Entry>, _ start: Int,
    _ nodes: borrowing Span<ValueTree.Node>, _ shapes: inout ShapeTable
  ) -> ValueTree.Node {
    switch entry.kind {
    case .plain where entry.range.count <= Self.longest: .text(entry.range)
    case .plain, .text, .escaped: text(entry)
    case .number: number(entry.range)
    case .true: .flag(true)
    case .false: .flag(false)
    case .null: .nil
    case .array: .list(start + entry.range.lowerBound..<start + entry.range.upperBound)
    case .object: record(entry.range, entries, start, nodes, &shapes)
    }
  }

  /// A text that is long, has escapes, or may not be UTF-8.
  private mutating func text(_ entry: JSONTape.Entry) -> ValueTree.Node {
    if entry.kind == .text, entry.range.count <= Self.longest,
      JSONBytes.isUTF8(bytes.span, entry.range)
    {
      return .text(entry.range)
    }
    guard entry.kind == .escaped else {
      return other(.text(String(decoding: bytes[entry.range], as: UTF8.self)))
    }
    return other(.text(JSONText.content(of: entry.string, in: bytes.span)))
  }

  /// A whole number where the text is one; else an exact decimal; else, out of its range, the text.
  private mutating func number(_ range: Range<Int>) -> ValueTree.Node {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let whole = Int(text) { return .number(whole) }
    let digits = Array(bytes[range])
    return other(DecimalText.parseScientific(digits.span).map(Value.decimal) ?? .text(text))
  }

  private mutating func other(_ value: Value) -> ValueTree.Node {
    others.append(value)
    return .other(others.count - 1)
  }

  private mutating func record(
    _ values: Range<Int>, _ entries: ArraySlice<JSONTape.Entry>, _ start: Int,
    _ nodes: borrowing Span<ValueTree.Node>, _ shapes: inout ShapeTable
  ) -> ValueTree.Node {
    let keys = entries[values.upperBound..<values.upperBound + values.count]
    let number = shapes.number(of: keys, in: bytes)
    guard let kept = shapes.members[number] else {
      return .record(shape: number, values: start + values.lowerBound)
    }
    let first = start + entries.count + copies.count
    for member in kept { copies.append(nodes[values.lowerBound + member]) }
    return .record(shape: number, values: first)
  }
}
