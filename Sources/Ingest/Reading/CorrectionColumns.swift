import UnicodeFolding

/// The columns that quarantine's own files have before those of their table. A file with the first three
/// is a correction: its rows replace the records with those hashes.
enum CorrectionColumns {
  /// All of them, in the order of the file.
  static let names = ["billfold_file", "billfold_line", "billfold_sha256", "rules", "reason"]

  private static let required = Set(names.prefix(3).map(HeaderName.key))
  private static let keys = Set(names.map(HeaderName.key))

  /// True when a header is that of a correction.
  static func areIn(_ header: [String]) -> Bool {
    required.isSubset(of: header.map(HeaderName.key))
  }

  /// True when a column is one of them.
  static func have(_ name: String) -> Bool {
    keys.contains(HeaderName.key(name))
  }

  /// A cell without the apostrophe that keeps spreadsheets from taking it for a formula.
  static func unguarded(_ text: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Range<Int> {
    guard text.count > 1, bytes[text.lowerBound] == UInt8(ascii: "'") else { return text }
    switch bytes[text.lowerBound + 1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13:
      return text.lowerBound + 1..<text.upperBound
    default: return text
    }
  }
}
