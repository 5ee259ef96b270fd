/// A page of the site, taken apart by a small parser that is stricter than any browser.
struct Page {
  /// A start tag.
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    /// True when text stands directly in it.
    var hasText = false

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var elements: [Element] = []
  /// All text between tags, entities resolved.
  var text: String { String(decoding: content, as: UTF8.self) }
  /// What is wrong with it.
  private(set) var problems: [String] = []

  private let bytes: [UInt8]
  private var content: [UInt8] = []
  private var position = 0
  private var open: [Int] = []

  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// Elements without content inside SVG, written `<path …/>`.
  private static let shapes: Set<String> = [
    "path", "rect", "line", "circle", "polyline", "polygon", "use", "stop", "ellipse",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    checkCharacters()
    let doctype = Array("<!doctype html>".utf8)
    if bytes.starts(with: doctype) {
      position = doctype.count
    } else {
      problems.append("no doctype")
    }
    while position < bytes.count { step() }
    for index in open { problems.append("<\(elements[index].name)> is not closed") }
  }

  private mutating func checkCharacters() {
    if String(validating: bytes, as: UTF8.self) == nil { problems.append("not UTF-8") }
    var last: UInt8 = 0
    for byte in bytes {
      let isControl = byte < 0x20 && byte != 10 && byte != 9
      if isControl || byte == 0x7F || (last == 0xC2 && byte < 0xA0) {
        problems.append("control character \(byte)")
      }
      last = byte
    }
  }

  private mutating func step() {
    guard bytes[position] == UInt8(ascii: "<") else {
      var end = position
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
      if let last = open.last { elements[last].hasText = true }
      content += resolved(bytes[position..<end])
      position = end
      return
    }
    guard let end = tagEnd() else {
      problems.append("a tag is not closed at byte \(position)")
      position = bytes.count
      return
    }
    let tag = bytes[position + 1..<end]
    position = end + 1
    if tag.starts(with: "!--".utf8) {
      if tag.suffix(2) != Array("--".utf8)[...] { problems.append("a comment is not closed") }
    } else if tag.first == UInt8(ascii: "/") {
      close(String(decoding: tag.dropFirst(), as: UTF8.self))
    } else {
      openElement(tag)
    }
  }

  /// The `>` of the tag at hand, quotes considered.
  private func tagEnd() -> Int? {
    var isQuoted = false
    for index in position..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
    }
    return nil
  }

  private mutating func close(_ name: String) {
    guard let last = open.popLast() else {
      problems.append("</\(name)> closes nothing")
      return
    }
    if elements[last].name != name {
      problems.append("</\(name)> closes <\(elements[last].name)>")
    }
    // Words of neighbouring cells do not grow together.
    content.append(32)
  }

  private mutating func openElement(_ tag: ArraySlice<UInt8>) {
    let isSelfClosing = tag.last == UInt8(ascii: "/")
    let source = isSelfClosing ? tag.dropLast() : tag
    let word = source.prefix { $0 > 32 }
    let name = String(decoding: word, as: UTF8.self)
    let isName = word.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    if word.isEmpty || !(isName || Self.shapes.contains(name)) {
      problems.append("<\(name)> is no tag")
      return
    }
    elements.append(Element(name: name, attributes: attributes(source.dropFirst(word.count))))
    if isSelfClosing, !Self.shapes.contains(name), !Self.empty.contains(name) {
      problems.append("<\(name)/> cannot close itself")
    }
    if !isSelfClosing, !Self.empty.contains(name) { open.append(elements.count - 1) }
  }

  private mutating func attributes(
    _ source: ArraySlice<UInt8>
  ) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var rest = source.drop { $0 <= 32 }
    while !rest.isEmpty {
      let word = rest.prefix { $0 > 32 && $0 != UInt8(ascii: "=") }
      let name = String(decoding: word, as: UTF8.self)
      rest = rest.dropFirst(word.count)
      var value: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        if rest.first != UInt8(ascii: "\"") { problems.append("\(name) has no quotes") }
        value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        rest = rest.dropFirst(value.count + 2)
      }
      if word.isEmpty || result.contains(where: { $0.name == name }) {
        problems.append("attribute `\(name)`")
        return result
      }
      result.append((name, String(decoding: resolved(value), as: UTF8.self)))
      rest = rest.drop { $0 <= 32 }
    }
    return result
  }

  private mutating func resolved(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<place]
      rest = rest[(place + 1)...]
      let name = rest.prefix { $0 != UInt8(ascii: ";") }
      let known = name.count <= 8 ? Self.character(String(decoding: name, as: UTF8.self)) : nil
      guard let known else {
        problems.append("a bare & in `\(String(decoding: rest.prefix(12), as: UTF8.self))`")
        continue
      }
      result += known.utf8
      rest = rest.dropFirst(name.count + 1)
    }
    return (result + rest)[...]
  }

  private static func character(_ name: String) -> String? {
    let named = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "#39": "'",
    ]
    if let known = named[name] { return known }
    let number =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }
}
