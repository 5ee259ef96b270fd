/// A field of a record as it was read, for mapping.
struct SourceCell {
  /// Its text in UTF-8, trimmed; empty when nothing is given.
  var text: ArraySlice<UInt8>
  /// Where it stands in the bytes at hand.
  var range: Range<Int>?
  /// Why it cannot be used.
  var problem: CellProblem?
  /// A number of JSON, whose mark is a point whatever the file's dialect.
  var isNumber = false
}

/// A record of a mapped format, its fields found.
struct MappedRecord {
  /// The fields by place in `FormatMapping.paths`; nil where the record has none.
  var cells: [SourceCell?]
  /// For each table that takes records apart the fields of its pieces, and where each piece stands.
  var pieces: [[(place: RecordPlace, cells: [SourceCell?])]]
  /// The fields that become no column.
  var extra: ExtraTexts
}

/// The texts of a record's fields that become no column, by place among them.
struct ExtraTexts {
  /// The texts, among others.
  var bytes: [UInt8] = []
  /// Where each stands among those bytes and in the bytes at hand; nil when there is none, or it is no
  /// text.
  var places: [(text: Range<Int>, range: Range<Int>?)?] = []
}
