import BillingModel
import CalendarDates
import Digests
import Ingest

/// An earlier folder of exports: what rules compare with, and what it is made of.
struct EarlierExports {
  /// The subscriptions as they were.
  let run: EarlierRun
  /// The SHA-256 over its files' hashes: a part of the build id.
  let key: String
  /// Its files with where they lie: the day that they tell of may stand in their names. Nil when not all
  /// could be read whole.
  let source: String?
}

extension Pipeline {
  /// Reads the folder of earlier exports that was named; nil without one.
  static func earlierRun(_ options: RunOptions) async throws(PipelineError) -> EarlierExports? {
    guard let folder = options.previous else { return nil }
    var earlier = options
    earlier.inputs = [folder]
    earlier.hashesFiles = true
    let result = try await ingest(earlier)
    let data = result.dataset
    guard data.subscriptions.count > 0 else { throw .nothingEarlier(folder) }
    let hashes = data.files.compactMap(\.sha256).sorted()
    return EarlierExports(
      run: EarlierRun(
        data, licenses: LicenseCounts(data), date: date(of: data, in: folder, options)),
      key: SHA256.digest(of: hashes.joined(separator: "\n")).hex,
      source: BuildSource.text(of: result))
  }

  /// The day of which earlier exports tell: that of their folder's or files' names, else the newest day
  /// in their data.
  private static func date(
    of data: Dataset, in folder: String, _ options: RunOptions
  ) -> CalendarDate? {
    let named =
      PathDate.date(in: folder) ?? data.files.compactMap { PathDate.date(in: $0.path) }.max()
    let date = named ?? data.files.compactMap(\.newestDate).max()
    return date.flatMap { $0 <= options.asOf ? $0 : nil }
  }
}
