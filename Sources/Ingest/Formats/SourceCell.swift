import BillingModel

/// A field of a record as it was read, for mapping.
///
/// It refers to the record's texts and problems by place, so that nothing is counted or freed: a record
/// has dozens of fields, and a file millions of records.
struct SourceCell {
  /// Its text among the texts of the record, trimmed; empty when nothing is given.
  var text: Range<Int>
  /// Where it stands in the bytes at hand.
  var range: Range<Int>?
  /// Why it cannot be used, by place among the problems of the record.
  var problem: Int?
  /// A number of JSON, whose mark is a point whatever the file's dialect.
  var isNumber = false
}

/// A record of a mapped format, its fields found. One is used for all records of a file, one after the
/// other, so that its memory is.
struct MappedRecord {
  /// A part of the record that becomes a row of its own.
  struct Piece {
    let place: RecordPlace
    /// The fields by place in `MappedTable.itemPaths`.
    let cells: [SourceCell?]
  }

  /// The texts of the fields and those that were made of them, one after the other.
  var texts: [UInt8] = []
  private(set) var problems: [CellProblem] = []
  /// The fields by place in `FormatMapping.paths`; nil where the record has none.
  var cells: [SourceCell?] = []
  /// The fields of the piece that becomes a row.
  var item: [SourceCell?] = []
  /// The pieces of the record for each table that takes records apart.
  var pieces: [[Piece]] = []
  /// The fields that become no column; nil where there is none, or it is no text.
  var extra: [SourceCell?] = []
  /// The number of the record, from 1.
  var ordinal = 0

  /// Forgets the fields of the record before.
  mutating func clear() {
    texts.removeAll(keepingCapacity: true)
    if !problems.isEmpty { problems.removeAll() }
    cells.removeAll(keepingCapacity: true)
    item.removeAll(keepingCapacity: true)
    if !pieces.isEmpty { pieces.removeAll() }
    extra.removeAll(keepingCapacity: true)
  }

  /// Adds a text; where it stands among the texts.
  mutating func append(_ text: Span<UInt8>) -> Range<Int> {
    let start = texts.count
    UnsafeCells.append(text, to: &texts)
    return start..<texts.count
  }

  /// Adds a text; where it stands among the texts.
  mutating func append(_ text: String) -> Range<Int> {
    let start = texts.count
    texts.append(contentsOf: text.utf8)
    return start..<texts.count
  }

  /// Adds a problem; its place among them.
  mutating func append(_ problem: CellProblem) -> Int {
    problems.append(problem)
    return problems.count - 1
  }

  /// A text as such.
  func string(_ text: Range<Int>) -> String { String(decoding: texts[text], as: UTF8.self) }
}
