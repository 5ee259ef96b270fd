import BillingModel
import CSVReading

extension CSVFileReader {
  /// The table whose columns the header names; nil for JSON, vendors' formats and what is no table.
  func table() throws(ReadFailure) -> TableID? {
    let start = try FileStart.read(input.source)
    guard !start.looksLikeJSON else { return nil }
    var head = try CSVStream(input, options, encoding: encoding(start), start: start)
    try head.readHeader()
    return head.pass.mapped == nil ? head.pass.recognition?.table : nil
  }

  /// Reads a part of the file. Nil when the file has to be read as a whole: its columns are not those
  /// of a table, or no record begins where the part does.
  func read(
    part: Int, of file: FileParts, from start: FileStart
  ) throws(ReadFailure) -> PartReading.Content? {
    var head = try CSVStream(input, options, encoding: encoding(start), start: start)
    try head.readHeader()
    guard head.pass.canBeCut else { return nil }
    if part == 0 {
      let begin = head.place.offset
      try head.read(upTo: .part(0, file.cuts))
      return .part(CSVPart(head.pass, start: begin, end: head.place))
    }
    let pass = head.pass.withoutRecords()
    guard let stream = try CSVStream.guess(input, pass, from: file.cuts.start(of: part)) else {
      return PartReading.Content.none
    }
    return .part(try read(consume stream, upTo: .part(part, file.cuts)))
  }

  /// Joins the parts. Nil when the end of the file overturns how its beginning was read.
  func join(
    _ file: FileParts, _ parts: [PartReading]
  ) throws(ReadFailure) -> [TableReading]? {
    guard case .part(var joined) = parts[0].content else { return nil }
    let empty = joined.pass.withoutRecords()
    for index in file.cuts.order.dropFirst() {
      let end = joined.end.offset
      if case .part(let part) = parts[index].content, part.start == end {
        joined.append(part)
      } else {
        let stream = try CSVStream(input, empty, at: end)
        joined.append(try read(consume stream, upTo: .byte(file.cuts.limit(of: index))))
      }
    }
    joined.pass.finish(byteCount: input.byteCount)
    let start = try FileStart.read(input.source)
    let isOverturned = isOverturned(joined.pass, start) || joined.pass.otherDialect != nil
    return isOverturned ? nil : joined.pass.readings
  }

  private func read(
    _ stream: consuming CSVStream, upTo limit: ReadingLimit
  ) throws(ReadFailure) -> CSVPart {
    let start = stream.place.offset
    try stream.read(upTo: limit)
    return CSVPart(stream.pass, start: start, end: stream.place)
  }
}

extension CSVPart {
  /// Appends the part that begins where this one ends.
  mutating func append(_ later: CSVPart) {
    let lines = end.line - 1
    pass.append(later.pass, lines: lines)
    end = CSVWindow.Place(line: later.end.line + lines, offset: later.end.offset, start: 0)
  }
}
