/// JSON values laid out flat: one entry for each value, those of an array or object side by side.
///
/// A tape is read in one pass over the bytes and refers to them; it may be emptied and used again. The grammar of all
/// that is read is checked; UTF-8 is not, but entries say where it has to be looked at.
public struct JSONTape: Sendable {
  /// What an entry is.
  public enum Kind: UInt8, Sendable {
    /// A string of ASCII without escapes and NUL: its bytes are its text.
    case plain
    /// A string without escapes that has to be checked: it has NUL or bytes from 0x80 on.
    case text
    /// A string with escapes, which has to be checked too.
    case escaped
    case number, `true`, `false`, null
    case array, object
  }

  /// A value, or the key of a value.
  public struct Entry: Sendable {
    var start = 0
    var end = 0
    /// What it is.
    public var kind = Kind.null

    /// The bytes of a scalar; those of a string without its quotes. For an array the entries of its elements, for an
    /// object those of its values, whose keys follow in the same order: as many entries, right behind the range.
    public var range: Range<Int> { start..<end }

    /// The content of a string.
    public var string: JSONString {
      JSONString(start: start, end: end, hasEscapes: kind == .escaped)
    }
  }

  var room = [Entry](repeating: Entry(), count: 64)
  /// The values and keys of containers that are still open.
  var pending = [Entry](repeating: Entry(), count: 64)
  /// The containers that are open: where their values begin in `pending`, doubled, and 1 more for an object.
  var open = [Int](repeating: 0, count: JSONCursor.depthLimit)
  /// How many entries there are. What was read last stands at the end.
  public internal(set) var count = 0

  /// An empty tape.
  public init() {}

  /// The entries.
  public var entries: ArraySlice<Entry> { room[..<count] }

  /// Removes all entries, and keeps their memory.
  public mutating func removeAll() { count = 0 }

  /// Reads the value that begins at or after `start`, and makes it the last entry.
  ///
  /// `isLast` says that the bytes go to the end of the text, `depth` how many arrays and objects are open around the
  /// value. What comes back is the place behind the value; nil when it goes on behind the bytes at hand. The time is
  /// linear in the bytes of the value.
  public mutating func read(
    _ bytes: borrowing Span<UInt8>, from start: Int, isLast: Bool = true, depth: Int = 0
  ) throws(JSONSyntaxError) -> Int? {
    let before = count
    let (status, position) = scan(bytes, from: start, depth: depth)
    guard status != .done else { return position }
    count = before
    return status == .incomplete && !isLast ? nil : try readSlowly(bytes, from: start, depth: depth)
  }

  /// Reads one value that is all of the bytes, and makes it the last entry.
  public mutating func read(whole bytes: borrowing Span<UInt8>) throws(JSONSyntaxError) {
    var cursor = JSONCursor(at: try read(bytes, from: 0) ?? bytes.count)
    guard try cursor.next(copy bytes) == .end else {
      throw JSONSyntaxError(position: cursor.tokenStart, expected: .endOfText)
    }
  }
}
