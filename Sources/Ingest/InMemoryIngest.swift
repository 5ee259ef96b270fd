public import CalendarDates

/// Reads texts in memory as if they were the files of a folder: for examples and tests.
public enum InMemoryIngest {
  /// Reads and settles the files, ordered by name.
  public static func read(
    _ files: [(name: String, text: String)], asOf: CalendarDate
  ) -> IngestResult {
    read(files.map { (name: $0.name, bytes: Array($0.text.utf8)) }, asOf: asOf)
  }

  /// Reads and settles the files, ordered by name.
  public static func read(
    _ files: [(name: String, bytes: [UInt8])], asOf: CalendarDate,
    options: ReadingOptions = ReadingOptions()
  ) -> IngestResult {
    let preparation = InputPreparation(SpoolPool())
    let prepared = PreparedInput.inOrder(
      files.map { file in
        preparation.prepare(InputFile(path: file.name, source: .memory(file.bytes)), options)
      })
    var readings = prepared.map { FileReader.read($0, options) }
    if let second = ProductLookups.needed(by: readings) {
      var again = options
      again.lookups = second.lookups
      for file in second.files { readings[file] = FileReader.read(prepared[file], again) }
    }
    return Settling.settle(prepared.map(\.input), readings, asOf: asOf)
  }
}
