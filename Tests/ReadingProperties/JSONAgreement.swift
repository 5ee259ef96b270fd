import JSONReading
import PlainReading

/// The readers of JSON against the plain one: the same texts are JSON, with the same values.
package enum JSONAgreement {
  /// Where the readers differ, as a text for the person who looks at it; nil when they agree.
  package static func difference(_ bytes: [UInt8], steps: [Int]) -> String? {
    let plain = PlainJSONReader.value(of: bytes)
    guard value(of: bytes) == plain else { return "the tree of values is another" }
    if let difference = TapedJSON.difference(bytes, plain, steps: steps) { return difference }
    // A file of nothing at all has no list, and is no error here.
    guard bytes.contains(where: { $0 > 32 }) else { return nil }
    let whole = WindowedJSON(bytes, step: bytes.count + 1)
    guard (whole.error == nil) == (plain != nil) else {
      return "JSON to one reader only: \(whole.error.map { "\($0)" } ?? "no error")"
    }
    if let plain, whole.texts != WindowedJSON.plain(plain) {
      return "other records: \(whole.texts)"
    }
    for step in steps where WindowedJSON(bytes, step: step) != whole {
      return "a window that grows by \(step) gives other records"
    }
    return nil
  }

  /// What the tree of values has, in the plain reader's words; nil when it is not JSON.
  static func value(of bytes: [UInt8]) -> PlainJSONReader.Value? {
    do {
      return plain(try JSONValue(parsing: bytes))
    } catch {
      return nil
    }
  }

  private static func plain(_ value: JSONValue) -> PlainJSONReader.Value {
    switch value {
    case .null: .null
    case .flag(let flag): .flag(flag)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(plain))
    case .object(let members): .object(members.map { ($0.key, plain($0.value)) })
    }
  }
}
