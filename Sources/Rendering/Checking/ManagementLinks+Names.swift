internal import Diagnostics
internal import Reporting
internal import YAMLReading

extension ManagementLinks {
  /// Rules and reports that the file gives places and that are not there: no page shows those. Without
  /// a catalog rules are not judged.
  static func unknownNames(in file: ThemeFile, _ catalog: RuleCatalog?) -> [ThemeProblem] {
    let root: YAMLNode
    do throws(YAMLError) {
      root = try YAMLNode(parsing: file.bytes)
    } catch {
      // It is reported where the links are read.
      return []
    }
    let rules = catalog.map { unknown("rule", in: root["rules"], file, $0.all.map(\.id.rawValue)) }
    let reports = ReportName.allCases.map(\.rawValue)
    return (rules ?? []) + unknown("report", in: root["reports"], file, reports)
  }

  private static func unknown(
    _ kind: String, in node: YAMLNode?, _ file: ThemeFile, _ known: [String]
  ) -> [ThemeProblem] {
    let names = Set(known)
    return (node?.entries ?? []).filter { !names.contains($0.key) }.map { entry in
      ThemeProblem(
        file, at: entry.position, word: entry.key,
        "there is no \(kind) '\(entry.key)'" + ThemeNames.suggestion(for: entry.key, among: known),
        level: .warning)
    }
  }
}
