public import JSONReading
public import Liquid

/// Reads JSON into values of templates.
///
/// A text that is one value is read at once; of a text that is one list the elements are made as its blocks come:
///
/// ```swift
/// let data = try JSONValues.value(of: bytes)
///
/// var invoices = JSONValues()
/// while let block = try file.next(after: invoices.rest) {
///   for invoice in try invoices.next(block.bytes, isLast: block.isLast) { … }
/// }
/// ```
///
/// Whole numbers become numbers, others exact decimals, and those that are too large for one text.
public struct JSONValues: Sendable {
  private var list = JSONListReader()
  private var tape = JSONTape()
  private var shapes = ShapeTable()
  /// How many nodes the largest tree had.
  private var expected = 0
  /// How many bytes of the text stand before the block at hand.
  private var offset = 0

  /// The end of the last block, where an element begins that goes on: the next block has to begin with these bytes.
  public private(set) var rest: ArraySlice<UInt8> = []

  /// Makes a reader of a text that is one list.
  public init() {}

  /// The elements that end in the next block, which may be none.
  ///
  /// A block is `rest` and what follows it in the text, which should be at least as much as `rest` is, so that long
  /// elements are not read too often; `isLast` says that it goes to the end. The time is linear in the bytes of the block.
  public mutating func next(
    _ block: [UInt8], isLast: Bool
  ) throws(JSONSyntaxError) -> ValueList {
    precondition(block.count >= rest.count, "a block begins with what the last one has left")
    shapes.forgetMany()
    var maker = TreeMaker(block, expecting: expected)
    do throws(JSONSyntaxError) {
      while try list.next(block.span, isLast: isLast, onto: &tape) == .element {
        maker.add(tape, &shapes)
        tape.removeAll()
      }
    } catch {
      throw JSONSyntaxError(position: offset + error.position, expected: error.expected)
    }
    rest = block[list.position...]
    offset += list.position
    list.slide(by: list.position)
    expected = max(expected, maker.count + 64)
    return maker.list(shapes)
  }

  /// The value that a whole text is.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public static func value(of bytes: [UInt8]) throws(JSONSyntaxError) -> Value {
    var tape = JSONTape()
    var shapes = ShapeTable()
    var maker = TreeMaker(bytes)
    try tape.read(whole: bytes.span)
    maker.add(tape, &shapes)
    return maker.value(shapes)
  }
}
