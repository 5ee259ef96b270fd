import BillingModel
import CSVReading
import Diagnostics

/// Reads one input file: a pure function of its bytes, so that several run at the same time.
public enum FileReader {
  /// What reading a file gave, one value for each table in it.
  public static func read(_ prepared: PreparedInput, _ options: ReadingOptions) -> [TableReading] {
    let input = prepared.input
    if let refusal = prepared.refusal { return [unreadable(input, refusal)] }
    return read(input, prepared.options(options)).map {
      $0.described(by: prepared.original, options)
    }
  }

  private static func read(_ input: InputFile, _ options: ReadingOptions) -> [TableReading] {
    do throws(ReadFailure) {
      if try FileStart.read(input.source).looksLikeJSON {
        return try JSONFileReader(input: input, options: options).read()
      }
      return try CSVFileReader(input: input, options: options).read()
    } catch {
      let facts = [Fact("reason", error.reason)]
      return [unreadable(input, PreparedInput.Refusal(variant: 0, facts: facts))]
    }
  }

  private static func unreadable(
    _ input: InputFile, _ refusal: PreparedInput.Refusal
  ) -> TableReading {
    var reading = TableReading(file: SourceFile(path: input.path))
    reading.report(.unreadableFile, variant: refusal.variant, facts: refusal.facts)
    return reading
  }
}
