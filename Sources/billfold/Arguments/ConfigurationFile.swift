import BillingModel
import Configuration
import Diagnostics
import FoundationEssentials
import Ingest
import Pipeline
import Reporting

/// Reads `billfold.yaml`.
enum ConfigurationFile {
  /// The settings of the file with its text; the defaults without one.
  static func read(
    _ path: String?
  ) throws(PipelineError) -> (settings: Settings, text: ConfigurationText?) {
    guard let path else { return (.default, nil) }
    let bytes: [UInt8]
    do {
      bytes = try Array(Data(contentsOf: URL(filePath: path)))
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw .unreadableConfiguration(
        file: path, reason: exists ? "it cannot be read" : "there is no such file")
    }
    let folder =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : ""
    let parsed = Settings.parse(
      bytes, folder: path.hasPrefix("/") && folder.isEmpty ? "/" : folder, vocabulary: vocabulary)
    guard parsed.problems.isEmpty else {
      throw .configuration(file: path, problems: parsed.problems)
    }
    for setting in parsed.unsupported {
      StandardError.write(
        "\(path):\(setting.line):\(setting.column): note: `\(setting.key)` does nothing in this version\n"
      )
    }
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return (parsed.settings, ConfigurationText(name: name, bytes: bytes))
  }

  /// The formats that come with billfold and those of the settings' `mappings`; every format that an
  /// input names must be among them.
  static func mappings(
    _ settings: Settings, _ path: String?
  ) throws(PipelineError) -> MappingFolder {
    let mappings = try MappingFolder(settings.mappings)
    let catalog = mappings.catalog
    let names = catalog.formats.map(\.name) + ["billfold"]
    let problems = settings.inputs.compactMap { input -> ConfigurationProblem? in
      guard let name = input.format, !names.contains(name) else { return nil }
      return ConfigurationProblem(
        rule: .badSetting, line: input.formatPlace[0], column: input.formatPlace[1],
        message: "there is no format “\(name)”",
        help: NearMiss.suggestion(for: name, among: names).map { "did you mean `\($0)`?" }
          ?? "`billfold formats` lists them")
    }
    guard problems.isEmpty else { throw .configuration(file: path ?? "", problems: problems) }
    return mappings
  }

  private static let vocabulary = SettingsVocabulary(
    rules: Pipeline.catalog.all.map { documentation in
      SettingsVocabulary.Rule(
        id: documentation.id.rawValue,
        thresholds: Pipeline.thresholds(of: documentation.id),
        takesProducts: Pipeline.takesProducts(documentation.id),
        takesTolerance: Pipeline.takesTolerance(documentation.id),
        lowestSeverity: Pipeline.isReadingRule(documentation.id) ? documentation.severity : nil)
    },
    tables: TableID.allCases.map(\.rawValue),
    pages: ReportName.reports.map(\.rawValue) + [
      "products", "subscriptions", "buyers", "invoices", "billing-profiles", "findings",
      "quarantine", "sources", "rules",
    ])
}
