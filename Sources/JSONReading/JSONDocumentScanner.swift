/// Finds the lists of records in a JSON document and reads their elements, while the bytes at hand are
/// a window that slides over the file.
///
/// A list is the outermost array, one that is a member of the outermost object, or the one at
/// `responses.200.body.value`, where API descriptions keep their examples.
public struct JSONDocumentScanner: Sendable {
  /// A list and the keys of its records.
  public struct List: Sendable {
    /// The key of the array in the outermost object; nil where the whole file is one list.
    public let name: String?
    /// The scanner of its records, in which the last record's members are.
    public var records = JSONRecordScanner()

    /// A list that is the whole file; its name is nil.
    public init(name: String? = nil) {
      self.name = name
    }
  }

  /// What was found.
  public enum Event: Hashable, Sendable {
    /// More bytes are needed: those from `kept` on, and what follows in the file.
    case incomplete
    /// An element of the list, in the bytes at hand. The members of an object are in the list's
    /// scanner.
    case element(list: Int, Range<Int>, isObject: Bool)
    /// The outermost object has `@odata.nextLink`.
    case nextLink
    /// The document ends.
    case end
  }

  /// What is read as records.
  public enum Mode: Sendable {
    /// The elements of lists.
    case lists
    /// The outermost object: a document without any list is one record.
    case whole
  }

  /// The lists that were met so far.
  public internal(set) var lists: [List]
  /// Where the first value of the document ends; nil before.
  public internal(set) var endOfFirst: Int?
  /// The outermost object is a record.
  let isWhole: Bool
  var cursor: JSONCursor
  var frames: [Frame] = []
  /// How many lists were entered in this reading.
  var entered = 0
  /// Where the element begins that a cursor reads.
  var elementStart: Int?

  /// A container that is open outside of the lists' elements.
  struct Frame: Sendable {
    let isObject: Bool
    var key = ""
    var list: Int?
  }

  /// A scanner of a document that begins at the byte `start`. Lists of an earlier reading of it keep
  /// the numbers of their keys.
  public init(at start: Int, mode: Mode = .lists, lists: [List] = []) {
    cursor = JSONCursor(at: start)
    isWhole = mode == .whole
    self.lists = isWhole && lists.isEmpty ? [List(name: nil)] : lists
  }

  /// The first byte at hand that is still needed.
  public var kept: Int { elementStart ?? cursor.position }

  /// Says that the first bytes at hand are gone.
  public mutating func slide(by count: Int) {
    cursor.slide(by: count)
    elementStart = elementStart.map { $0 - count }
    endOfFirst = endOfFirst.map { $0 - count }
  }
}
