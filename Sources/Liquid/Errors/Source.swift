/// A template's text and name, and the way from byte offsets to lines and columns.
struct Source: Sendable {
  let name: String
  let bytes: [UInt8]

  init(_ text: String, name: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The error of that kind at these bytes.
  func error(_ kind: TemplateError.Kind, at range: Range<Int>) -> TemplateError {
    let offset = min(range.lowerBound, bytes.count)
    var line = 1
    var start = 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, end > offset, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return TemplateError(
      kind: kind, template: name, line: line, column: offset - start + 1,
      length: max(1, min(range.count, end - offset)), excerpt: text(start..<end))
  }
}
