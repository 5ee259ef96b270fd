import BillingModel
import CalendarDates
import Diagnostics
import Publishing
import Rendering

extension Pipeline {
  /// What the manifest says about a build besides its files.
  static func manifestHead(
    _ run: CheckedRun, _ build: BuildOptions, _ theme: Theme, _ key: String
  ) -> ManifestHead {
    var head = ManifestHead(
      version: version, key: key, asOf: run.asOf.description, configSHA256: build.configSHA256,
      themeSHA256: theme.sha256, historyKey: run.earlierKey)
    let files = run.dataset.files
    head.inputs = inputs(files)
    head.rows = counts(files)
    for table in TableID.allCases {
      let ofTable = files.filter { $0.table == table }
      if !ofTable.isEmpty { head.tables[table.rawValue] = counts(ofTable) }
    }
    for severity in Severity.allCases { head.findings[severity.rawValue] = run.counts[severity] }
    return head
  }

  /// One entry a file, also where it has several tables.
  private static func inputs(_ files: [SourceFile]) -> [ManifestHead.Input] {
    var result: [ManifestHead.Input] = []
    for file in files {
      if let last = result.last, last.path == file.path {
        result[result.count - 1] = ManifestHead.Input(
          path: last.path, sha256: last.sha256, rows: last.rows + file.rowsIn)
      } else {
        result.append(
          ManifestHead.Input(path: file.path, sha256: file.sha256 ?? "", rows: file.rowsIn))
      }
    }
    return result
  }

  private static func counts(_ files: [SourceFile]) -> ManifestHead.RowCounts {
    func sum(_ count: (SourceFile) -> Int) -> Int { files.reduce(0) { $0 + count($1) } }
    return ManifestHead.RowCounts(
      rowsIn: sum(\.rowsIn), accepted: sum(\.accepted), quarantined: sum(\.quarantined),
      ignored: sum(\.ignored))
  }
}
