import BillingModel
import CSVReading
import Diagnostics

/// Reads a CSV file into its tables.
struct CSVFileReader {
  let input: InputFile
  let options: ReadingOptions

  /// Reads the file; a second time when its end overturns how its beginning was read.
  func read() throws(ReadFailure) -> [TableReading] {
    let start = try FileStart.read(input.source)
    var encoding = encoding(start)
    var pass = try run(options, encoding, start)
    if isOverturned(pass, start) {
      encoding = .windows1252
      pass = try run(options, encoding, start)
    }
    if let dialect = pass.otherDialect {
      pass = try run(
        options.reading(in: dialect, pass.readings[0].witnesses), encoding, start)
    }
    return pass.readings
  }

  /// The encoding in which the file is read first.
  func encoding(_ start: FileStart) -> TextEncoding {
    options.encoding ?? start.encoding ?? .utf8
  }

  /// True when the file is not in the encoding in which it was read.
  func isOverturned(_ pass: CSVPass, _ start: FileStart) -> Bool {
    pass.isReallyWindows1252 && options.encoding == nil && start.encoding == nil
  }

  private func run(
    _ options: ReadingOptions, _ encoding: TextEncoding, _ start: FileStart
  ) throws(ReadFailure) -> CSVPass {
    var stream = try CSVStream(input, options, encoding: encoding, start: start)
    try stream.read(upTo: .byte(.max))
    return try stream.finish()
  }
}
