import JSONReading

/// The members of a JSON object that is a record.
struct JSONRecord {
  /// A member: where its key and its value stand.
  struct Member {
    let key: JSONString
    /// The value's bytes, quotes and brackets included.
    let value: Range<Int>
    let kind: Kind
  }

  /// What sort of value a member has.
  enum Kind {
    case string(JSONString)
    /// A number, true or false: its source text is its value.
    case scalar
    case null
    /// An array or object.
    case nested
  }

  /// The elements of an array.
  static func elements(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var cursor = JSONCursor(at: range.lowerBound)
    var start = 0
    do {
      while cursor.position < range.upperBound {
        let token = try cursor.next(bytes)
        if cursor.depthBefore(token) == 1, !token.closes { start = cursor.tokenStart }
        if cursor.depth == 1, token.closes || (!token.opens && cursor.position > start) {
          elements.append(start..<cursor.position)
        }
      }
    } catch {
      // The layout has read the same bytes without an error.
      return elements
    }
    return elements
  }

  /// The members; nil when the element is no object.
  static func members(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Member]? {
    guard bytes[range.lowerBound] == UInt8(ascii: "{") else { return nil }
    var members: [Member] = []
    var cursor = JSONCursor(at: range.lowerBound)
    var key: JSONString?
    var nestedStart = 0
    while cursor.position < range.upperBound {
      let token: JSONToken
      do {
        token = try cursor.next(bytes)
      } catch {
        // The layout has read the same bytes without an error.
        return nil
      }
      switch token {
      case .key(let name) where cursor.depth == 1: key = name
      case .beginObject where cursor.depth == 2, .beginArray where cursor.depth == 2:
        nestedStart = cursor.tokenStart
      case .endObject where cursor.depth == 1, .endArray where cursor.depth == 1:
        add(.nested, nestedStart..<cursor.position)
      case .string(let text) where cursor.depth == 1:
        add(.string(text), cursor.tokenStart..<cursor.position)
      case .null where cursor.depth == 1: add(.null, cursor.tokenStart..<cursor.position)
      case .number where cursor.depth == 1, .true where cursor.depth == 1,
        .false where cursor.depth == 1:
        add(.scalar, cursor.tokenStart..<cursor.position)
      default: break
      }
    }
    return members

    func add(_ kind: Kind, _ value: Range<Int>) {
      guard let name = key else { return }
      members.append(Member(key: name, value: value, kind: kind))
      key = nil
    }
  }
}

extension JSONRecord.Kind {
  /// The kind of a member that a scanner gave.
  init(_ member: JSONRecordScanner.Member) {
    switch member.kind {
    case .plain, .text, .escaped: self = .string(member.string)
    case .scalar: self = .scalar
    case .null: self = .null
    case .nested: self = .nested
    }
  }
}
