import BillingModel
import JSONReading

/// Where the records of a JSON file stand.
struct JSONLayout {
  /// An array of records, or the records of a newline-delimited file.
  struct Records {
    /// The key of the array in the outermost object; nil where the whole file is one list.
    let name: String?
    /// The bytes of each element.
    var elements: [Range<Int>] = []
    /// The line on which each element begins, and how many bytes of that line stand before it.
    var places: [(line: Int, lead: Int)] = []
  }

  private(set) var lists: [Records] = []
  private(set) var syntax = SourceFile.Syntax.json
  /// The outermost object has `@odata.nextLink`.
  private(set) var hasNextLink = false
  /// Lines of a newline-delimited file that are not JSON.
  private(set) var brokenLines: [(range: Range<Int>, line: Int, error: JSONSyntaxError)] = []

  /// Finds the records. Throws where the text is not JSON at all.
  init(_ bytes: Span<UInt8>, isLines: Bool) throws(JSONSyntaxError) {
    if isLines {
      syntax = .ndjson
      readLines(bytes)
      return
    }
    do {
      try readDocument(bytes)
    } catch {
      // A second value after the first: newline-delimited, unless its first line is not a value.
      guard Self.hasValueOnFirstLine(bytes) else { throw error }
      lists = []
      syntax = .ndjson
      readLines(bytes)
    }
  }

  private static func hasValueOnFirstLine(_ bytes: Span<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start] <= 32 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    guard start < end, end < bytes.count, bytes[start] == UInt8(ascii: "{") else { return false }
    return complete(bytes, start..<end) == nil
  }

  /// The error of a line that is not one whole JSON value; nil when it is.
  private static func complete(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSONSyntaxError? {
    let line = bytes.extracting(range)
    var cursor = JSONCursor()
    var values = 0
    do {
      while true {
        let token = try cursor.next(line)
        if token == .end { break }
        if cursor.depth == 0 { values += 1 }
        if values > 1 { return JSONSyntaxError(position: cursor.tokenStart, expected: .endOfText) }
      }
    } catch {
      return error
    }
    return nil
  }

  private mutating func readLines(_ bytes: Span<UInt8>) {
    var records = Records(name: nil)
    var start = 0
    var line = 1
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      var first = start
      var last = end
      while first < last, bytes[first] <= 32 { first += 1 }
      while last > first, bytes[last - 1] <= 32 { last -= 1 }
      if first < last {
        if let error = Self.complete(bytes, first..<last) {
          brokenLines.append((first..<last, line, error))
        } else {
          records.elements.append(first..<last)
          records.places.append((line, first - start))
        }
      }
      line += 1
      start = end + 1
    }
    lists = [records]
  }
}

extension JSONLayout {
  /// A container that is open while the outermost levels are read.
  private struct Frame {
    let isObject: Bool
    var key = ""
    var list: Int?
  }

  private mutating func readDocument(_ bytes: Span<UInt8>) throws(JSONSyntaxError) {
    var cursor = JSONCursor()
    var frames: [Frame] = []
    var lines = LineCounter()
    var elementStart: (Int, line: Int, lead: Int)?
    var values = 0
    while true {
      let token = try cursor.next(bytes)
      if token == .end { break }
      if frames.isEmpty {
        values += 1
        guard values == 1 else {
          throw JSONSyntaxError(position: cursor.tokenStart, expected: .endOfText)
        }
      }
      // An element of a list begins here, or ends with this token.
      if let list = frames.last?.list, frames.count == cursor.depthBefore(token) {
        if !token.closes {
          let place = lines.place(of: cursor.tokenStart, bytes)
          elementStart = (cursor.tokenStart, place.line, place.lead)
        }
        if !token.opens, !token.closes { end(&elementStart, list, at: cursor.position) }
      }
      step(token, &frames, bytes)
      if token.closes, let list = frames.last?.list, elementStart != nil {
        end(&elementStart, list, at: cursor.position)
      }
      if token == .endObject, frames.isEmpty, lists.isEmpty { takeWhole(cursor.position, bytes) }
    }
  }

  /// An object without any list is one record.
  private mutating func takeWhole(_ end: Int, _ bytes: Span<UInt8>) {
    var start = 0
    while start < end, bytes[start] != UInt8(ascii: "{") { start += 1 }
    var lines = LineCounter()
    let place = lines.place(of: start, bytes)
    var records = Records(name: nil)
    records.elements = [start..<end]
    records.places = [place]
    lists = [records]
  }

  private mutating func end(
    _ start: inout (Int, line: Int, lead: Int)?, _ list: Int, at end: Int
  ) {
    guard let first = start else { return }
    lists[list].elements.append(first.0..<end)
    lists[list].places.append((first.line, first.lead))
    start = nil
  }

  private mutating func step(_ token: JSONToken, _ frames: inout [Frame], _ bytes: Span<UInt8>) {
    switch token {
    case .key(let key):
      guard !frames.isEmpty else { return }
      let text = frames.count <= 4 ? JSONText.content(of: key, in: bytes) : ""
      frames[frames.count - 1].key = text
      if frames.count == 1, text == "@odata.nextLink" { hasNextLink = true }
    case .beginObject: frames.append(Frame(isObject: true))
    case .beginArray:
      var frame = Frame(isObject: false)
      if let name = listName(frames) {
        frame.list = lists.count
        lists.append(Records(name: name.isEmpty ? nil : name))
      }
      frames.append(frame)
    case .endObject, .endArray: frames.removeLast()
    default: break
    }
  }

  /// The name of the list that an array here is: empty for the one list of the file; nil for none.
  private func listName(_ frames: [Frame]) -> String? {
    guard frames.allSatisfy(\.isObject) else { return nil }
    let path = frames.map(\.key)
    if path.isEmpty || path == ["value"] || path == ["responses", "200", "body", "value"] {
      return ""
    }
    return path.count == 1 ? path[0] : nil
  }
}

extension JSONCursor {
  /// How many containers were open before that token, the last one read.
  func depthBefore(_ token: JSONToken) -> Int {
    token.opens ? depth - 1 : token.closes ? depth + 1 : depth
  }
}

extension JSONToken {
  var opens: Bool { self == .beginArray || self == .beginObject }
  var closes: Bool { self == .endArray || self == .endObject }
}

/// Counts lines while places are asked for in ascending order.
struct LineCounter {
  private var position = 0
  private var line = 1
  private var lineStart = 0

  /// The line of a byte and how many bytes of the line stand before it.
  mutating func place(of index: Int, _ bytes: Span<UInt8>) -> (line: Int, lead: Int) {
    while position < index {
      if bytes[position] == 10 {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
    return (line, index - lineStart)
  }
}
