import JSONReading

/// Goes through a JSON file and hands out the elements of its lists, one after the other.
struct JSONWalk: ~Copyable {
  /// How a file is laid out.
  enum Mode: Sendable {
    /// One value, in which lists stand.
    case document
    /// One object without any list: the one record.
    case whole
    /// A value a line.
    case lines
  }

  /// Takes an element: the bytes at hand, the scanner that has its members, where it is.
  typealias Body = (borrowing Span<UInt8>, borrowing JSONRecordScanner, JSONElement) -> Void

  private let source: ByteSource
  private let mode: Mode
  private let start: Int
  private var window: JSONWindow
  private var places = JSONLines()
  /// The lists, with the keys that their records had so far.
  private(set) var lists: [JSONDocumentScanner.List]
  private(set) var hasNextLink = false
  private(set) var brokenLines: [BrokenJSONLine] = []
  /// A second value follows the first, on a line of its own, as newline-delimited files have it.
  private(set) var looksLikeLines = false

  /// Opens a file whose text begins at the byte `start`. Keys keep the numbers that they have in
  /// `lists`, those of an earlier walk.
  init(
    _ source: ByteSource, start: Int, _ mode: Mode, lists: [JSONDocumentScanner.List] = [],
    isHashing: Bool = false
  ) throws(ReadFailure) {
    self.source = source
    self.mode = mode
    self.start = start
    self.lists = lists
    window = try JSONWindow(source, isHashing: isHashing)
  }

  /// Walks through the whole file, or until that is in vain: what is wrong with it and where, as a place in
  /// the file.
  mutating func forEachElement(
    until isInVain: () -> Bool = { false }, _ body: Body
  ) throws(ReadFailure) -> BrokenJSON? {
    while window.filled < start, !window.isAtEnd { try window.fill(keepingFrom: 0) }
    guard mode != .lines else {
      try forEachLine(body)
      return nil
    }
    var scanner = JSONDocumentScanner(
      at: min(start, window.filled), mode: mode == .whole ? .whole : .lists, lists: lists)
    defer { lists = scanner.lists }
    while true {
      switch read(&scanner, body) {
      case .end: return nil
      case .incomplete:
        if isInVain() { return nil }
        try fill(&scanner)
      case .failed(let error):
        looksLikeLines = try isOnFirstLine(endOfFirst: scanner.endOfFirst.map { $0 + window.base })
        window.advance(&places, to: min(error.position, window.filled))
        return BrokenJSON(error: error, line: places.line, lead: places.lead)
      }
    }
  }

  /// How many bytes the file has and their SHA-256 in hex, when it was asked for.
  consuming func finish() throws(ReadFailure) -> (byteCount: Int, sha256: String?) {
    try window.finish()
  }
}

extension JSONWalk {
  /// Why reading of the bytes at hand stopped.
  private enum Stop {
    case end, incomplete
    case failed(JSONSyntaxError)
  }

  private mutating func read(_ scanner: inout JSONDocumentScanner, _ body: Body) -> Stop {
    do throws(JSONSyntaxError) {
      while true {
        switch try scanner.next(
          window.buffer.span.extracting(0..<window.filled), isLast: window.isAtEnd)
        {
        case .incomplete: return .incomplete
        case .end: return .end
        case .nextLink: hasNextLink = true
        case .element(let list, let range, let isObject):
          hand(range, list, scanner.lists.span[list].records, isObject, body)
        }
      }
    } catch {
      return .failed(error)
    }
  }

  private mutating func hand(
    _ range: Range<Int>, _ list: Int, _ records: borrowing JSONRecordScanner, _ isObject: Bool,
    _ body: Body
  ) {
    window.advance(&places, to: range.lowerBound)
    let element = JSONElement(
      list: list, range: range, offset: window.base + range.lowerBound, line: places.line,
      lead: places.lead, isObject: isObject)
    body(window.buffer.span.extracting(0..<window.filled), records, element)
  }

  private mutating func fill(_ scanner: inout JSONDocumentScanner) throws(ReadFailure) {
    let gone = scanner.kept
    window.advance(&places, to: gone)
    try window.fill(keepingFrom: gone)
    scanner.slide(by: gone)
    places.slide(by: gone)
  }

  /// True when the first value is an object, alone on the first line that has something.
  private func isOnFirstLine(endOfFirst: Int?) throws(ReadFailure) -> Bool {
    guard let end = endOfFirst else { return false }
    var isBegun = false
    var isAlone: Bool?
    var place = 0
    try ByteStream(source).forEachPiece { piece in
      for index in 0..<piece.count where place + index >= start {
        let byte = piece[index]
        if !isBegun, byte > 32 {
          isBegun = true
          if byte != UInt8(ascii: "{") { isAlone = false }
        } else if isBegun, place + index >= end {
          if byte == 10 { isAlone = isAlone ?? true }
          if byte > 32 { isAlone = isAlone ?? false }
        } else if isBegun, byte == 10 {
          isAlone = false
        }
      }
      place += piece.count
      return isAlone == nil
    }
    return isAlone ?? false
  }
}

extension JSONWalk {
  private mutating func forEachLine(_ body: Body) throws(ReadFailure) {
    if lists.isEmpty { lists = [JSONDocumentScanner.List()] }
    var records = lists[0].records
    defer { lists[0].records = records }
    var position = min(start, window.filled)
    while true {
      let feed = JSONBytes.lineFeed(
        in: window.buffer.span.extracting(0..<window.filled), from: position)
      guard feed < window.filled || window.isAtEnd else {
        window.advance(&places, to: position)
        try window.fill(keepingFrom: position)
        places.slide(by: position)
        position = 0
        continue
      }
      takeLine(position..<feed, &records, body)
      guard feed < window.filled else { return }
      position = feed + 1
    }
  }

  private mutating func takeLine(
    _ line: Range<Int>, _ records: inout JSONRecordScanner, _ body: Body
  ) {
    var first = line.lowerBound
    var last = line.upperBound
    while first < last, window.buffer[first] <= 32 { first += 1 }
    while last > first, window.buffer[last - 1] <= 32 { last -= 1 }
    guard first < last else { return }
    let outcome = records.scan(window.buffer.span.extracting(0..<last), from: first, isLast: true)
    guard outcome != .record || records.end != last else {
      hand(first..<last, 0, records, true, body)
      return
    }
    takeOddLine(first..<last, &records, body)
  }

  /// Takes a line that is no plain record.
  private mutating func takeOddLine(
    _ range: Range<Int>, _ records: inout JSONRecordScanner, _ body: Body
  ) {
    if let error = JSONText.error(inValue: window.buffer.span.extracting(range)) {
      window.advance(&places, to: range.lowerBound)
      brokenLines.append(
        BrokenJSONLine(
          range: window.base + range.lowerBound..<window.base + range.upperBound,
          line: places.line, error: error))
      return
    }
    let isObject = window.buffer[range.lowerBound] == UInt8(ascii: "{")
    if isObject { records.readSlowly(window.buffer.span.extracting(0..<window.filled), range) }
    hand(range, 0, records, isObject, body)
  }
}
