import BillingModel
import CSVReading
import Diagnostics

/// Reads one input file: a pure function of its bytes, so that several run at the same time.
public enum FileReader {
  /// What reading a file gave, one value for each table in it.
  public static func read(_ input: InputFile, _ options: ReadingOptions) -> [TableReading] {
    do throws(ReadFailure) {
      if let refusal = refusedByName(input) { return [refusal] }
      let start = try FileStart.read(input)
      if start.encoding == .utf16LittleEndian || start.encoding == .utf16BigEndian {
        return [unreadable(input, variant: 2, fact: Fact("encoding", "UTF-16"))]
      }
      if start.isCompressed { return [unreadable(input, variant: 3, fact: nil)] }
      if start.looksLikeJSON {
        return try JSONFileReader(input: input, options: options).read()
      }
      return try CSVFileReader(input: input, options: options).read()
    } catch {
      return [unreadable(input, variant: 0, fact: Fact("reason", error.reason))]
    }
  }

  /// The beginning of a file that is read as CSV; nil for any other.
  static func csvStart(_ input: InputFile) throws(ReadFailure) -> FileStart? {
    guard refusedByName(input) == nil else { return nil }
    let start = try FileStart.read(input)
    let isUTF16 = start.encoding == .utf16LittleEndian || start.encoding == .utf16BigEndian
    return isUTF16 || start.isCompressed || start.looksLikeJSON ? nil : start
  }

  private static func refusedByName(_ input: InputFile) -> TableReading? {
    let name = input.path.lowercased()
    guard name.hasSuffix(".gz") || name.hasSuffix(".zip") else { return nil }
    return unreadable(input, variant: 3, fact: nil)
  }

  private static func unreadable(_ input: InputFile, variant: Int, fact: Fact?) -> TableReading {
    var reading = TableReading(file: SourceFile(path: input.path))
    reading.report(.unreadableFile, variant: variant, facts: fact.map { [$0] } ?? [])
    return reading
  }
}
