internal import Liquid

/// Writing HTML into the bytes of a page.
extension [UInt8] {
  /// Appends what is HTML already.
  mutating func append(markup: String) {
    // Unsafe: the bytes of the text are read within their bounds, during the call only.
    unsafe markup.utf8Span.span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends what is HTML already and stands in the program.
  mutating func write(_ markup: StaticString) {
    // Unsafe: the bytes of a text in the program are always there.
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends text with markup's characters made harmless.
  mutating func append(text: String) { Escaping.html.append(text, to: &self) }

  /// Appends text that may be broken before the `@` of an address.
  mutating func append(breakable text: String) {
    let start = count
    append(text: text)
    var place = count
    while place > start {
      place -= 1
      if self[place] == UInt8(ascii: "@") { insert(contentsOf: "<wbr>".utf8, at: place) }
    }
  }
}
