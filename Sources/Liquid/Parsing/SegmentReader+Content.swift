extension SegmentReader {
  /// Skips to the tag that ends a block whose content is no template, and moves behind it.
  ///
  /// `nested` says whether blocks of the same name inside need their own end tag. The result is the
  /// content, without white space that a `-` takes; nil when the end is missing.
  mutating func skipContent(of name: String, nested: Bool) -> Range<Int>? {
    let start = position
    let trimsStart = trimsNext
    var open = 1
    while let (isEnd, whole) = nextTag(named: name) {
      if isEnd {
        open -= 1
      } else if nested {
        open += 1
      }
      guard open == 0 else { continue }
      guard mode == .document else { return start..<whole.lowerBound }
      trimsNext = trimsStart
      let content = trimmed(start..<whole.lowerBound)
      trimsNext = bytes[whole.upperBound - 3] == UInt8(ascii: "-")
      return content
    }
    return nil
  }

  /// The next tag of that name, or its end tag, whatever else stands around it.
  private mutating func nextTag(named name: String) -> (isEnd: Bool, whole: Range<Int>)? {
    guard mode == .document else { return nextLine(named: name) }
    while position < end {
      let start = nextOpening(from: position)
      position = min(start + 2, end)
      guard opening(at: start) == UInt8(ascii: "%") else { continue }
      let word = tagName(at: position)
      let found = source.text(word)
      position = word.upperBound
      if found == name { return (false, start..<position) }
      guard found == "end" + name else { continue }
      // Where no end follows, none follows further down either.
      guard let stop = closing(from: position) else { break }
      position = stop
      return (true, start..<stop)
    }
    return nil
  }

  private mutating func nextLine(named name: String) -> (isEnd: Bool, whole: Range<Int>)? {
    while let line = nextLine() {
      guard case .tag(let found) = line.kind else { continue }
      if found == name { return (false, line.whole) }
      if found == "end" + name { return (true, line.whole) }
    }
    return nil
  }

  /// The name that follows `{%`.
  private func tagName(at start: Int) -> Range<Int> {
    var index = start
    if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < end, isSpace(bytes[index]) { index += 1 }
    let first = index
    while index < end, isNameByte(bytes[index]) { index += 1 }
    return first..<index
  }

  /// The place behind the next `%}`.
  private func closing(from start: Int) -> Int? {
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "}") {
        return index + 2
      }
      index += 1
    }
    return nil
  }
}
