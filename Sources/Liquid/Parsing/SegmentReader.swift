/// Cuts a template into segments, or the lines of a `liquid` tag into tags.
///
/// White space next to `-` is cut off here: no later stage knows about it.
struct SegmentReader {
  enum Mode {
    case document
    case lines
  }

  let source: Source
  let mode: Mode
  let end: Int
  var position: Int
  var trimsNext = false
  /// True when no end follows for any `{{`: it counts as text.
  private var ignoresOutputs = false
  /// The same of `{%`.
  private var ignoresTags = false

  /// Reads a whole template.
  init(_ source: Source) {
    self.source = source
    mode = .document
    position = 0
    end = source.bytes.count
  }

  /// Reads the content of a `liquid` tag, one tag a line.
  init(linesOf range: Range<Int>, in source: Source) {
    self.source = source
    mode = .lines
    position = range.lowerBound
    end = range.upperBound
  }

  /// The place where the template or the `liquid` tag ends.
  var endOfText: Range<Int> { end..<end }

  /// The next segment; nil at the end.
  mutating func next() throws(TemplateError) -> Segment? {
    switch mode {
    case .lines: return nextLine()
    case .document: break
    }
    while position < end {
      if let opening = opening(at: position) {
        return try opening == UInt8(ascii: "%") ? tag() : output()
      }
      if let text = text() { return text }
    }
    return nil
  }
}

extension SegmentReader {
  var bytes: [UInt8] { source.bytes }

  /// The second byte of `{{` or `{%` at that place.
  func opening(at index: Int) -> UInt8? {
    guard index + 1 < end, bytes[index] == UInt8(ascii: "{") else { return nil }
    let second = bytes[index + 1]
    guard second == UInt8(ascii: "{") || second == UInt8(ascii: "%") else { return nil }
    return isIgnored(second) ? nil : second
  }

  private func isIgnored(_ second: UInt8) -> Bool {
    second == UInt8(ascii: "{") ? ignoresOutputs : ignoresTags
  }

  /// Takes what begins at the position, and all of its kind that follow, for text.
  mutating func ignoreOpening() {
    if opening(at: position) == UInt8(ascii: "{") {
      ignoresOutputs = true
    } else {
      ignoresTags = true
    }
  }

  func nextOpening(from start: Int) -> Int {
    var index = start
    while index < end, opening(at: index) == nil { index += 1 }
    return index
  }

  private mutating func text() -> Segment? {
    let stop = nextOpening(from: position)
    let range = trimmed(position..<stop)
    position = stop
    trimsNext = false
    guard !range.isEmpty else { return nil }
    return Segment(kind: .text, content: range, whole: range, name: range)
  }

  /// Literal text without the white space that a `-` before or behind it takes.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if trimsNext {
      while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
    }
    let isCut = range.upperBound + 2 < end && bytes[range.upperBound + 2] == UInt8(ascii: "-")
    if isCut, opening(at: range.upperBound) != nil {
      while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
    }
    return range
  }

  func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte) || byte == 0
  }

  private mutating func output() throws(TemplateError) -> Segment {
    let whole = try markup(closedBy: UInt8(ascii: "}"))
    let content = inner(whole)
    return Segment(kind: .output, content: content, whole: whole, name: whole)
  }

  private mutating func tag() throws(TemplateError) -> Segment {
    let whole = try markup(closedBy: UInt8(ascii: "%"))
    return tag(in: inner(whole), whole: whole)
  }

  /// Finds the end of the markup at the position and moves behind it.
  private mutating func markup(closedBy first: UInt8) throws(TemplateError) -> Range<Int> {
    let start = position
    var index = start + 2
    while index + 1 < end {
      if bytes[index] == first, bytes[index + 1] == UInt8(ascii: "}") {
        position = index + 2
        trimsNext = index > start + 2 && bytes[index - 1] == UInt8(ascii: "-")
        return start..<position
      }
      index += 1
    }
    let closing = first == UInt8(ascii: "%") ? "%}" : "}}"
    let opening = source.text(start..<start + 2)
    throw source.error(
      .unclosedMarkup(opening, expected: closing), at: start..<start + 2)
  }

  /// What stands between the braces and their `-`.
  private func inner(_ whole: Range<Int>) -> Range<Int> {
    var range = whole.lowerBound + 2..<whole.upperBound - 2
    if let first = range.first, bytes[first] == UInt8(ascii: "-") { range.removeFirst() }
    if let last = range.last, bytes[last] == UInt8(ascii: "-") { range.removeLast() }
    return range
  }

  /// Splits a tag into its name and the rest.
  private func tag(in range: Range<Int>, whole: Range<Int>) -> Segment {
    var rest = range
    while let first = rest.first, isSpace(bytes[first]) { rest.removeFirst() }
    let start = rest.lowerBound
    if let first = rest.first, bytes[first] == UInt8(ascii: "#") {
      rest.removeFirst()
    } else {
      while let first = rest.first, isNameByte(bytes[first]) { rest.removeFirst() }
    }
    let name = start..<rest.lowerBound
    return Segment(
      kind: .tag(source.text(name)), content: rest, whole: whole, name: name.isEmpty ? whole : name)
  }

  func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte == UInt8(ascii: "_")
  }

  mutating func nextLine() -> Segment? {
    while position < end {
      let stop = bytes[position..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      var line = position..<stop
      position = min(stop + 1, end)
      while let first = line.first, isSpace(bytes[first]) { line.removeFirst() }
      while let last = line.last, isSpace(bytes[last]) { line.removeLast() }
      if !line.isEmpty { return tag(in: line, whole: line) }
    }
    return nil
  }
}
