/// Splits records, which are JSON objects, into their members in one pass over their bytes.
///
/// The grammar of all that is in them is checked, escapes and numbers too; UTF-8 is not, but members
/// say where it has to be looked at. What is unusual about a record (an error, arrays and objects in
/// each other more than 64 deep) is left to `JSONCursor`, which says what and where it is.
public struct JSONRecordScanner: Sendable {
  /// What sort of value a member has; the numbers are those of `JSON_PLAIN` and what follows it.
  public enum Kind: UInt8, Sendable {
    /// A string of ASCII without escapes and NUL: its bytes are its text.
    case plain
    /// A string without escapes that has to be checked: it has NUL or bytes from 0x80 on.
    case text
    /// A string with escapes, which has to be checked too.
    case escaped
    /// A number, true or false: its bytes are its text.
    case scalar
    case null
    /// An array or object.
    case nested
  }

  /// A member of the last record. Its places are counted from the first byte that was handed in. It is laid out as
  /// `json_member` is.
  public struct Member: Sendable {
    var keyNumber: Int32 = 0
    var keyPlace: Int32 = 0
    var first: Int32 = 0
    var last: Int32 = 0
    /// What sort of value it has.
    public var kind = Kind.null

    /// The number of its key.
    public var key: Int { Int(keyNumber) }
    /// The opening quote of its key.
    public var keyStart: Int { Int(keyPlace) }
    /// The bytes of its value; those of a string with its quotes.
    public var value: Range<Int> { Int(first)..<Int(last) }
    /// The same member, with its places counted from a byte that stands so many earlier ones back.
    public func moved(by count: Int) -> Member {
      var member = self
      member.keyPlace += Int32(count)
      member.first += Int32(count)
      member.last += Int32(count)
      return member
    }
    /// The content of a value that is a string.
    public var string: JSONString {
      JSONString(start: Int(first) + 1, end: Int(last) - 1, hasEscapes: kind == .escaped)
    }
  }

  /// What a scan came to.
  public enum Outcome: Hashable, Sendable {
    /// A whole record; its members are in `members`.
    case record
    /// The record goes on behind the bytes at hand.
    case incomplete
    /// Something that `JSONCursor` has to look at.
    case unusual
  }

  /// The members of the last record, in its order; only the first `count` are its own.
  public internal(set) var members = [Member](repeating: Member(), count: 32)
  /// The byte after the last record.
  public internal(set) var end = 0
  var progress = Progress()
  var keys = JSONKeyTable()
  /// For each key from the 65th on the number of the record that had it last.
  var lastRecord = [Int](repeating: 0, count: 64)
  var record = 0

  /// How far a record is read.
  struct Progress {
    /// How many members were read.
    var count = 0
    /// The key of the last; -1 before the first.
    var previous = -1
    /// A bit for each of the first 64 keys that was met.
    var met: UInt64 = 0
    /// The first member whose key was met before.
    var repeated: Int?
  }

  /// How many members the last record has.
  public var count: Int { progress.count }
  /// The first member whose key the last record has had before; nil without one.
  public var repeated: Int? { progress.repeated }

  /// A scanner that has met no key.
  public init() {}

  /// How many keys were met.
  public var keyCount: Int { keys.names.count }

  /// A key's content in UTF-8, escapes resolved.
  public func name(_ key: Int) -> [UInt8] { keys.names[key] }
}
