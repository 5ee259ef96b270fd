import CSVReading

/// Where a record stands in its file and in the bytes at hand.
struct RecordPlace {
  /// The line on which it begins, from 1.
  let line: Int
  /// The byte of the file at which it begins.
  let offset: Int
  /// Its first byte in the bytes at hand.
  let start: Int
  /// How many bytes it has, its line break left out.
  let length: Int
  /// How many bytes of its line stand before it (JSON records need not begin a line).
  var lead = 0

  /// The line and column of a byte of the record, and the byte of the file at which that line begins.
  ///
  /// Columns count bytes of UTF-8 from 1, also where the file is written otherwise.
  func position(
    of index: Int, _ bytes: Span<UInt8>, _ encoding: TextEncoding
  ) -> (line: Int, column: Int, lineOffset: Int) {
    var line = line
    var lineStart = start
    var place = start
    while place < index {
      if bytes[place] == 10 {
        line += 1
        lineStart = place + 1
      }
      place += 1
    }
    var column = lineStart == start ? lead + 1 : 1
    for place in lineStart..<max(lineStart, index) {
      column += encoding == .windows1252 ? Self.width(inUTF8: bytes[place]) : 1
    }
    let before = lineStart == start ? lead : 0
    return (line, column, offset + lineStart - start - before)
  }

  private static func width(inUTF8 byte: UInt8) -> Int {
    guard byte >= 0x80 else { return 1 }
    var text: [UInt8] = []
    TextBytes.appendWindows1252([byte].span, in: 0..<1, to: &text)
    return text.count
  }
}
