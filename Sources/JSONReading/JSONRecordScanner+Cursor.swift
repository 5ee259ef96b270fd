extension JSONRecordScanner {
  /// Splits a record that is unusual, and that a cursor has read to its end before, into its members.
  public mutating func readSlowly(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    progress = Progress()
    record += 1
    end = range.upperBound
    var cursor = JSONCursor(at: range.lowerBound)
    var key: JSONString?
    var start = 0
    while cursor.position < range.upperBound {
      let token: JSONToken
      do throws(JSONSyntaxError) {
        token = try cursor.next(copy bytes)
      } catch {
        preconditionFailure("a cursor has read the same bytes to their end before")
      }
      if cursor.depth == 1, case .key(let name) = token {
        key = name
      } else if cursor.depth == 2, token == .beginObject || token == .beginArray {
        start = start > 0 ? start : cursor.tokenStart
      } else if cursor.depth == 1, let name = key, let kind = Self.kind(token, bytes) {
        let isNested = token == .endObject || token == .endArray
        add(bytes, name, (isNested ? start : cursor.tokenStart)..<cursor.position, kind)
        key = nil
        start = 0
      }
    }
  }

  private static func kind(_ token: JSONToken, _ bytes: borrowing Span<UInt8>) -> Kind? {
    switch token {
    case .string(let text):
      guard !text.hasEscapes else { return .escaped }
      for index in text.start..<text.end where bytes[index] == 0 || bytes[index] >= 0x80 {
        return .text
      }
      return .plain
    case .number, .true, .false: return .scalar
    case .null: return .null
    case .endObject, .endArray: return .nested
    case .beginObject, .beginArray, .key, .end: return nil
    }
  }

  private mutating func add(
    _ bytes: borrowing Span<UInt8>, _ name: JSONString, _ value: Range<Int>, _ kind: Kind
  ) {
    let number = number(of: name, bytes)
    if members.count == progress.count {
      members += [Member](repeating: Member(), count: members.count)
    }
    var member = Member()
    member.keyNumber = Int32(truncatingIfNeeded: number)
    member.keyPlace = Int32(truncatingIfNeeded: name.start - 1)
    member.first = Int32(truncatingIfNeeded: value.lowerBound)
    member.last = Int32(truncatingIfNeeded: value.upperBound)
    member.kind = kind
    let wasMet = members[..<progress.count].contains { $0.key == number }
    if wasMet, progress.repeated == nil { progress.repeated = progress.count }
    members[progress.count] = member
    progress.count += 1
  }

  private mutating func number(of name: JSONString, _ bytes: borrowing Span<UInt8>) -> Int {
    var content: [UInt8] = []
    JSONText.appendContent(of: name, in: copy bytes, to: &content)
    let number = keys.number(of: content)
    if lastRecord.count < keyCount {
      lastRecord += [Int](repeating: 0, count: lastRecord.count)
    }
    return number
  }
}

extension JSONRecordScanner {
  /// Where the key of a member stands in the bytes of its record.
  public func keyString(of member: Member, _ bytes: borrowing Span<UInt8>) -> JSONString {
    var end = member.keyStart + 1
    var hasEscapes = false
    while bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        hasEscapes = true
        end += 1
      }
      end += 1
    }
    return JSONString(start: member.keyStart + 1, end: end, hasEscapes: hasEscapes)
  }
}
