import JSONReading
package import PlainReading

/// JSON that is read onto tapes, in the plain reader's words.
package enum TapedJSON {
  /// Where tapes differ from the plain reader's value, which is nil for what is not JSON.
  package static func difference(
    _ bytes: [UInt8], _ plain: PlainJSONReader.Value?, steps: [Int]
  ) -> String? {
    guard value(of: bytes) == plain else { return "the tape has another value" }
    // With space behind it the end of the text is read fast, too.
    guard value(of: bytes + Array(repeating: 32, count: 40)) == plain else {
      return "the tape has another value where space follows"
    }
    guard bytes.first(where: { $0 > 32 }) == UInt8(ascii: "[") else { return nil }
    for step in steps + [bytes.count + 1] where list(of: bytes, step: step) != plain {
      return "the list that is read \(step) bytes at a time has other elements"
    }
    return nil
  }

  private static func value(of bytes: [UInt8]) -> PlainJSONReader.Value? {
    var tape = JSONTape()
    do throws(JSONSyntaxError) {
      try tape.read(whole: bytes.span)
    } catch {
      // Of a second value it is enough to know where it begins.
      guard error.expected != .endOfText, let known = JSONText.error(inValue: bytes.span) else {
        return nil
      }
      return known.position == error.position ? nil : .string("wrong at another place")
    }
    return plain(tape.count - 1, tape, bytes)
  }

  private static func list(of bytes: [UInt8], step: Int) -> PlainJSONReader.Value? {
    var reader = JSONListReader()
    var tape = JSONTape()
    var elements: [PlainJSONReader.Value] = []
    var window: [UInt8] = []
    var read = 0
    do throws(JSONSyntaxError) {
      while true {
        switch try reader.next(window.span, isLast: read == bytes.count, onto: &tape) {
        case .element: elements.append(plain(tape.count - 1, tape, window))
        case .end: return .array(elements)
        case .incomplete:
          let end = min(bytes.count, read + step)
          window = Array(window[reader.position...]) + bytes[read..<end]
          reader.slide(by: reader.position)
          read = end
        }
      }
    } catch {
      return nil
    }
  }

  private static func plain(
    _ place: Int, _ tape: borrowing JSONTape, _ bytes: [UInt8]
  ) -> PlainJSONReader.Value {
    let entry = tape.entries[place]
    switch entry.kind {
    case .plain, .text:
      let text = bytes[entry.range]
      let isPlain = text.allSatisfy { $0 > 0 && $0 < 0x80 }
      guard isPlain == (entry.kind == .plain) else { return .string("another kind of text") }
      return .string(String(decoding: text, as: UTF8.self))
    case .escaped: return .string(JSONText.content(of: entry.string, in: bytes.span))
    case .number: return .number(String(decoding: bytes[entry.range], as: UTF8.self))
    case .true: return .flag(true)
    case .false: return .flag(false)
    case .null: return .null
    case .array: return .array(entry.range.map { plain($0, tape, bytes) })
    case .object:
      return .object(
        entry.range.map { place in
          guard case .string(let key) = plain(place + entry.range.count, tape, bytes) else {
            return ("no key", .null)
          }
          return (key, plain(place, tape, bytes))
        })
    }
  }
}
