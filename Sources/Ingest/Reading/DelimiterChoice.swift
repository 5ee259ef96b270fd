import CSVReading

/// Which byte separates the fields of a file.
///
/// A header that a table knows decides; else the number of fields of all records at hand does.
struct DelimiterChoice {
  let delimiter: UInt8
  /// The delimiters that explain an unknown file equally well; empty when one is better.
  let rivals: [UInt8]
  /// More bytes would not change it: the user or the header decides.
  let isCertain: Bool

  init(_ bytes: Span<UInt8>, isWhole: Bool, encoding: TextEncoding, _ options: ReadingOptions) {
    if let given = options.delimiter {
      delimiter = given
      rivals = []
      isCertain = true
      return
    }
    var known: (delimiter: UInt8, columns: Int)?
    for candidate in DelimiterEvidence.candidates {
      let columns = Self.knownColumns(bytes, candidate, isWhole, options)
      if columns > known?.columns ?? 0 { known = (candidate, columns) }
    }
    if let known {
      delimiter = known.delimiter
      rivals = []
      isCertain = true
      return
    }
    isCertain = isWhole
    let evidence = DelimiterEvidence.gather(bytes, isWhole: isWhole)
    let decided = DelimiterEvidence.decide(evidence)
    delimiter = decided ?? UInt8(ascii: ",")
    rivals = decided == nil ? evidence.filter { $0.fields > 1 }.map(\.delimiter) : []
  }

  /// How many columns of a table the header has when it is split so; 0 when no table knows it.
  private static func knownColumns(
    _ bytes: Span<UInt8>, _ delimiter: UInt8, _ isWhole: Bool, _ options: ReadingOptions
  ) -> Int {
    var scanner = CSVRecordScanner(delimiter: delimiter)
    var position = 0
    var outcome = scanner.scan(bytes, from: position, isLast: isWhole)
    while outcome == .emptyLine {
      position = scanner.next
      outcome = scanner.scan(bytes, from: position, isLast: isWhole)
    }
    guard outcome == .record else { return 0 }
    // A header of one field is the same whatever separates fields: one look at it is enough.
    guard scanner.fields.count > 1 || delimiter == DelimiterEvidence.candidates.first else {
      return 0
    }
    let names = scanner.fields.map { field in
      var content: [UInt8] = []
      field.copyContent(of: bytes, into: &content)
      return String(decoding: content, as: UTF8.self)
    }
    return FormatChoice.knownFields(names, options)
  }

  /// The line of billfold.yaml that says it.
  static func setting(_ delimiter: UInt8) -> String {
    "delimiter: \(delimiter == 9 ? "tab" : "\"\(Character(Unicode.Scalar(delimiter)))\"")"
  }

  /// The delimiter in words.
  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ","): "commas"
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "\t"): "tabs"
    default: "`\(Character(Unicode.Scalar(delimiter)))`"
    }
  }
}
