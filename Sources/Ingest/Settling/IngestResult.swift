public import BillingModel
internal import Diagnostics

/// What the stage hands on: the data set, and what was found while reading.
public struct IngestResult: Sendable {
  /// The tables, the files and the quarantine.
  public let dataset: Dataset
  /// Findings of reading, with their places.
  public let findings: [PlacedFinding]
  /// Findings about rows that were read, whose places are to be looked up: second rows of a key.
  public let rowFindings: [RowFinding]
  /// The inputs, in order of their paths.
  public let inputs: [InputFile]
  /// For each of `dataset.files` how its records are found again.
  let layouts: [RecordLayout]
}
