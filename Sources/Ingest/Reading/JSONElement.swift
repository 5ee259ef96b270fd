import JSONReading

/// An element of a list of records in a JSON file.
struct JSONElement {
  /// Which list it is of.
  let list: Int
  /// Where it stands in the bytes at hand.
  let range: Range<Int>
  /// The byte of the file at which it begins.
  let offset: Int
  /// The line on which it begins, from 1.
  let line: Int
  /// How many bytes of that line stand before it.
  let lead: Int
  /// It is an object, whose members the scanner has.
  let isObject: Bool

  var place: RecordPlace {
    RecordPlace(
      line: line, offset: offset, start: range.lowerBound, length: range.count, lead: lead)
  }
}

/// A line of a newline-delimited file that is not JSON.
struct BrokenJSONLine: Sendable {
  /// Its bytes in the file, white space around them left out.
  let range: Range<Int>
  let line: Int
  /// What is wrong; its position is counted from the first of these bytes.
  let error: JSONSyntaxError
}

/// Where a file stops being JSON.
struct BrokenJSON: Sendable {
  let error: JSONSyntaxError
  /// The line, from 1.
  let line: Int
  /// How many bytes of the line stand before it.
  let lead: Int
}
