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
    var encoding = options.encoding ?? start.encoding ?? .utf8
    var pass = try CSVPass.run(input, options, encoding: encoding, start: start)
    if pass.isReallyWindows1252, options.encoding == nil, start.encoding == nil {
      encoding = .windows1252
      pass = try CSVPass.run(input, options, encoding: encoding, start: start)
    }
    if let dialect = pass.otherDialect {
      pass = try CSVPass.run(
        input, options.reading(in: dialect, pass.readings[0].witnesses), encoding: encoding,
        start: start)
    }
    return pass.readings
  }
}
