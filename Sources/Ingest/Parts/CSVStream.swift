import CSVReading

/// A pass over a CSV file, or over a part of it, that stands at the beginning of a record.
struct CSVStream: ~Copyable {
  /// How many records have to look right where a part is guessed to begin.
  private static let witnesses = 8

  /// What was read.
  private(set) var pass: CSVPass
  /// Where the next record begins.
  private(set) var place: CSVWindow.Place
  private var window: CSVWindow
  private var scanner: CSVRecordScanner
  private let rivals: [UInt8]

  /// Begins at the file's first record.
  init(
    _ input: InputFile, _ options: ReadingOptions, encoding: TextEncoding, start: FileStart
  ) throws(ReadFailure) {
    var pass = CSVPass(input, options, encoding: encoding)
    var window = try CSVWindow(
      input.source, isHashing: options.hashesFiles, step: options.blocks.step)
    let textStart = start.textStart
    var choice = try Self.delimiter(of: &window, first: 1 << 16, textStart, encoding, options)
    if !choice.isCertain {
      choice = try Self.delimiter(of: &window, first: 1 << 20, textStart, encoding, options)
    }
    pass.describe(start, delimiter: choice.delimiter)
    scanner = CSVRecordScanner(delimiter: choice.delimiter)
    place = CSVWindow.Place(
      line: start.typeLine == nil ? 1 : 2, offset: textStart, start: textStart)
    rivals = choice.rivals
    self.pass = pass
    self.window = window
  }

  private static func delimiter(
    of window: inout CSVWindow, first count: Int, _ textStart: Int, _ encoding: TextEncoding,
    _ options: ReadingOptions
  ) throws(ReadFailure) -> DelimiterChoice {
    try window.peek(count) { bytes, isWhole in
      DelimiterChoice(
        bytes.extracting(min(textStart, bytes.count)..<bytes.count), isWhole: isWhole,
        encoding: encoding, options)
    }
  }

  /// Begins at a byte of the file at which a record begins, as its first line.
  init(_ input: InputFile, _ pass: CSVPass, at offset: Int) throws(ReadFailure) {
    window = try CSVWindow(input.source, at: offset, step: pass.options.blocks.step)
    self.pass = pass
    scanner = pass.scanner
    rivals = []
    place = CSVWindow.Place(line: 1, offset: offset, start: 0)
  }

  /// Begins at the first line from a byte of the file on that looks like the beginning of records; nil
  /// when there is none near.
  static func guess(
    _ input: InputFile, _ pass: CSVPass, from cut: Int
  ) throws(ReadFailure) -> CSVStream? {
    var stream = try CSVStream(input, pass, at: cut - 1)
    guard try stream.moveToFirstRecord() else { return nil }
    return stream
  }

  private mutating func moveToFirstRecord() throws(ReadFailure) -> Bool {
    let scanner = scanner
    let found = try window.peek(1 << 17) { bytes, isWhole in
      Self.firstRecord(bytes, scanner, isWhole: isWhole)
    }
    guard let found else { return false }
    place = CSVWindow.Place(line: 1, offset: place.offset + found, start: found)
    return true
  }

  /// Reads the header: all up to the first record.
  mutating func readHeader() throws(ReadFailure) {
    while !pass.hasHeader {
      let before = place.offset
      try read(upTo: .byte(before + 1))
      if place.offset == before { return }
    }
  }

  /// Reads the records that begin before a byte of the file.
  mutating func read(upTo limit: ReadingLimit) throws(ReadFailure) {
    place = try window.read(
      from: place.start, line: place.line, limit: limit, &scanner, into: &pass)
  }

  /// Ends the pass over a whole file.
  consuming func finish() throws(ReadFailure) -> CSVPass {
    var pass = pass
    let facts = try window.finish()
    pass.finish(byteCount: facts.byteCount, sha256: facts.sha256, ambiguous: rivals)
    return pass
  }

  private static func firstRecord(
    _ bytes: Span<UInt8>, _ scanner: CSVRecordScanner, isWhole: Bool
  ) -> Int? {
    for index in 0..<bytes.count where bytes[index] == 10 {
      if looksRight(bytes, from: index + 1, scanner, isWhole: isWhole) { return index + 1 }
    }
    return nil
  }

  private static func looksRight(
    _ bytes: Span<UInt8>, from start: Int, _ scanner: CSVRecordScanner, isWhole: Bool
  ) -> Bool {
    var scanner = scanner
    var position = start
    for _ in 0..<witnesses {
      switch scanner.scan(bytes, from: position, isLast: isWhole) {
      case .record where scanner.fields.count == scanner.expectedFields: break
      case .incomplete, .end: return position > start
      default: return false
      }
      position = scanner.next
    }
    return true
  }
}
