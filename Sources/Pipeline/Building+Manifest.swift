import BillingModel
import CalendarDates
import Diagnostics
import ExactNumbers
import Publishing
import Rendering

extension Pipeline {
  /// What the manifest says about a build besides its files.
  static func manifestHead(
    _ run: CheckedRun, _ build: BuildOptions, _ theme: Theme, _ key: String
  ) -> ManifestHead {
    var head = ManifestHead(
      version: version, key: key, asOf: run.asOf.description,
      configSHA256: run.configuration?.sha256,
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
    var paths: [String] = []
    for file in files where paths.last != file.path { paths.append(file.path) }
    let byPath = Dictionary(grouping: files, by: \.path)
    return paths.map { path in
      let tables = byPath[path] ?? []
      return ManifestHead.Input(
        path: path, sha256: tables.first?.sha256 ?? "", rows: counts(tables),
        amounts: tables.flatMap(amounts))
    }
  }

  private static func amounts(_ file: SourceFile) -> [ManifestHead.Amounts] {
    file.amounts.map { amount in
      ManifestHead.Amounts(
        table: file.table?.rawValue ?? "", column: amount.column, currency: amount.currency.code,
        sums: [amount.incoming, amount.accepted, amount.quarantined, amount.ignored].map {
          $0?.description
        })
    }
  }

  private static func counts(_ files: [SourceFile]) -> ManifestHead.RowCounts {
    func sum(_ count: (SourceFile) -> Int) -> Int { files.reduce(0) { $0 + count($1) } }
    return ManifestHead.RowCounts(
      rowsIn: sum(\.rowsIn), accepted: sum(\.accepted), quarantined: sum(\.quarantined),
      ignored: sum(\.ignored))
  }
}
