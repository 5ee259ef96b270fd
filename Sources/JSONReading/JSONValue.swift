/// A whole JSON value in memory, for small texts: template data, manifests.
///
/// Numbers keep their text; the keys of an object keep their order, and of equal keys the last counts.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Reads one value that is the whole text.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var cursor = JSONCursor()
    var open: [Container] = []
    var result: JSONValue?
    while true {
      let token = try cursor.next(bytes.span)
      guard token != .end else { break }
      guard result == nil else {
        throw JSONSyntaxError(position: cursor.position - 1, expected: .endOfText)
      }
      guard let value = Self.complete(token, bytes.span, &open) else { continue }
      if open.isEmpty { result = value } else { open[open.count - 1].add(value) }
    }
    guard let result else { throw JSONSyntaxError(position: 0, expected: .value) }
    self = result
  }

  /// The value of a key of an object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number as an integer, when it is one.
  public var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The elements of an array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  private struct Container {
    let isObject: Bool
    var key = ""
    var elements: [JSONValue] = []
    var members: [Member] = []

    mutating func add(_ value: JSONValue) {
      if isObject { members.append(Member(key, value)) } else { elements.append(value) }
    }
  }

  /// The value that a token completes; nil while one is still open.
  private static func complete(
    _ token: JSONToken, _ bytes: Span<UInt8>, _ open: inout [Container]
  ) -> JSONValue? {
    switch token {
    case .beginObject, .beginArray:
      open.append(Container(isObject: token == .beginObject))
      return nil
    case .key(let key):
      open[open.count - 1].key = JSONText.content(of: key, in: bytes)
      return nil
    case .endObject: return .object(open.removeLast().members)
    case .endArray: return .array(open.removeLast().elements)
    case .string(let string): return .string(JSONText.content(of: string, in: bytes))
    case .number(let range):
      return .number(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
    case .true: return .flag(true)
    case .false: return .flag(false)
    case .null, .end: return .null
    }
  }
}
