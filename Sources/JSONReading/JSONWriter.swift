/// Writes JSON by appending: what was written never moves, and the order of keys is the order of calls.
///
///     var json = JSONWriter(breakingLines: 1)
///     json.object { json in
///       json.field("report", "license-usage")
///       json.key("rows")
///       json.array { json in json.number(12) }
///     }
///     let text = json.text
///
/// The output is ASCII-safe for terminals and scripts: control characters, line separators and the
/// marks that change the direction of text are written as `\u` escapes; other text as UTF-8.
/// Outermost values stand on lines of their own, so that several make newline-delimited JSON.
public struct JSONWriter: Sendable {
  private struct Level: Sendable {
    let close: UInt8
    let breaksLines: Bool
    var isEmpty = true
  }

  private var buffer: [UInt8] = []
  /// The innermost open array or object, and those around it.
  private var level: Level?
  private var outer: [Level] = []
  private var expectsValue = false
  private let broken: Int

  /// An empty writer.
  ///
  /// - Parameter breakingLines: how many levels of arrays and objects put each of their elements on a
  ///   line of its own, indented by two blanks a level; 0 writes all on one line.
  public init(breakingLines: Int = 0) {
    broken = breakingLines
  }

  /// Writes an object; `body` writes its keys and values.
  public mutating func object<E>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    begin(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
    try body(&self)
    end()
  }

  /// Writes an array; `body` writes its elements.
  public mutating func array<E>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    begin(open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
    try body(&self)
    end()
  }

  /// Writes an object as `object` does; `body` may wait.
  public mutating func object<E>(
    _ body: (inout JSONWriter) async throws(E) -> Void
  ) async throws(E) {
    begin(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
    try await body(&self)
    end()
  }

  /// Writes an array as `array` does; `body` may wait.
  public mutating func array<E>(
    _ body: (inout JSONWriter) async throws(E) -> Void
  ) async throws(E) {
    begin(open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
    try await body(&self)
    end()
  }

  /// A writer of elements of the open array that are made elsewhere, the first of them or later ones. What
  /// it writes is taken over by `append`.
  public func fork(isFirst: Bool) -> JSONWriter {
    precondition(level?.close == UInt8(ascii: "]"), "elements stand in an array")
    var fork = self
    fork.buffer = []
    if !isFirst { fork.level?.isEmpty = false }
    return fork
  }

  /// Appends the elements that a fork wrote.
  public mutating func append(_ elements: [UInt8]) {
    guard !elements.isEmpty else { return }
    buffer += elements
    level?.isEmpty = false
  }

  /// Writes a key of the open object; its value must follow.
  public mutating func key(_ name: String) {
    precondition(
      level?.close == UInt8(ascii: "}") && !expectsValue,
      "a key stands in an object, and each key has a value")
    separate()
    JSONText.quote(name, into: &buffer)
    buffer.append(UInt8(ascii: ":"))
    if level?.breaksLines ?? false { buffer.append(UInt8(ascii: " ")) }
    expectsValue = true
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    beginValue()
    JSONText.quote(text, into: &buffer)
    endValue()
  }

  /// Writes a whole number.
  public mutating func number(_ number: Int) {
    raw(String(number))
  }

  /// Writes a number by its digits, which must be a number of JSON's grammar: `-12.50`, `1e3`.
  public mutating func number(digits: String) {
    precondition(JSONText.isNumber(digits), "digits are a number of JSON's grammar")
    raw(digits)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ flag: Bool) {
    raw(flag ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    raw("null")
  }

  /// The bytes written since the last call, for output that is longer than memory should hold.
  public mutating func takeBytes() -> [UInt8] {
    let bytes = buffer
    buffer = []
    return bytes
  }

  /// What was written since the last `takeBytes`, as text.
  public var text: String { String(decoding: buffer, as: UTF8.self) }
}

extension JSONWriter {
  /// Writes a key and a text, or `null`.
  public mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a key and a whole number, or `null`.
  public mutating func field(_ name: String, _ number: Int?) {
    key(name)
    if let number { self.number(number) } else { null() }
  }

  /// Writes a key and `true`, `false` or `null`.
  public mutating func field(_ name: String, _ flag: Bool?) {
    key(name)
    if let flag { bool(flag) } else { null() }
  }

  /// Writes a key and an array of texts.
  public mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array { json in
      for text in texts { json.string(text) }
    }
  }
}

extension JSONWriter {
  private mutating func begin(open: UInt8, close: UInt8) {
    beginValue()
    buffer.append(open)
    if let level { outer.append(level) }
    level = Level(close: close, breaksLines: outer.count < broken)
  }

  private mutating func end() {
    precondition(!expectsValue, "each key has a value")
    let ended = level
    level = outer.popLast()
    guard let ended else { return }
    if ended.breaksLines, !ended.isEmpty { breakLine() }
    buffer.append(ended.close)
    endValue()
  }

  private mutating func raw(_ text: String) {
    beginValue()
    buffer.append(contentsOf: text.utf8)
    endValue()
  }

  private mutating func beginValue() {
    if expectsValue {
      expectsValue = false
      return
    }
    precondition(level?.close != UInt8(ascii: "}"), "a value in an object follows a key")
    separate()
  }

  private mutating func endValue() {
    if level == nil { buffer.append(UInt8(ascii: "\n")) }
  }

  /// Goes on to the next element: a comma unless it is the first, and a new line where lines break.
  private mutating func separate() {
    guard let level else { return }
    if !level.isEmpty { buffer.append(UInt8(ascii: ",")) }
    self.level?.isEmpty = false
    if level.breaksLines { breakLine() }
  }

  private mutating func breakLine() {
    buffer.append(UInt8(ascii: "\n"))
    let depth = level == nil ? 0 : outer.count + 1
    buffer.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
