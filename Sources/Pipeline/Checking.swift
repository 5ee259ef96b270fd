internal import BillingModel
internal import CSVReading
import Compression
public import Configuration
public import Diagnostics
import ExactNumbers
public import Ingest
import Reporting
import Validation

/// What one rule found.
private struct RuleResult: Sendable {
  /// The rule's place among all.
  let rule: Int
  let found: [RowFinding]
  /// The same with their places.
  var placed: [PlacedFinding]
}

/// The stages joined: reading, settling, checking.
public enum Pipeline {
  /// All rules of reading and of the domain.
  public static let catalog = RuleCatalog(
    ReadingRules.all + Rules.documentation + ConfigurationRules.all)

  /// Reads and checks the inputs.
  public static func check(_ options: RunOptions) async throws(PipelineError) -> CheckedRun {
    let earlier = try await earlierRun(options)
    let ingest = try await ingest(options)
    options.progress("checking")
    return await checked(ingest, options, earlier)
  }

  /// Reads and settles the inputs.
  static func ingest(_ options: RunOptions) async throws(PipelineError) -> IngestResult {
    let prepared = try await prepare(options)
    let inputs = prepared.map(\.input)
    let files = prepared.map { FileParts($0, reading(of: $0.input, options)) }
    var (readings, people) = await ReadingQueue.read(files, jobs: options.jobs)
    if let second = ProductLookups.needed(by: readings) {
      let again = await Parallel.map(second.files.count, jobs: options.jobs) { index in
        let input = inputs[second.files[index]]
        var reading = reading(of: input, options)
        reading.lookups = second.lookups
        return FileReader.read(prepared[second.files[index]], reading)
      }
      for (file, reading) in zip(second.files, again) { readings[file] = reading }
    }
    var settling = Settling(
      inputs, consume readings, people: consume people, asOf: options.asOf)
    let work = settling.begin()
    let merged = await Parallel.map(work.count, jobs: options.jobs) { work[$0].done() }
    return settling.finish(merged)
  }

  private static func checked(
    _ ingest: IngestResult, _ options: RunOptions, _ earlier: EarlierExports?
  ) async -> CheckedRun {
    let data = ingest.dataset
    let context = RuleContext(
      data: data, asOf: options.asOf, settings: ruleSettings(options.settings),
      earlier: earlier?.run)
    let waiving = Waiving(
      options.settings, asOf: options.asOf, file: options.configuration?.name ?? "billfold.yaml")
    let locator = RecordLocator(ingest)
    let check: @Sendable (Int, LicenseCounts?) -> RuleResult = { rule, licenses in
      let found = waiving.waived(Rules.check(context, licenses, rule: rule))
      return RuleResult(
        rule: rule, found: found,
        placed: locator.place(found) { data.source(of: $0.row, in: $0.table) })
    }
    // Counting licences takes longer than any rule, and few rules wait for it.
    let (ofTables, licenses) = await Parallel.map(
      Rules.ofTables.count, jobs: options.jobs, beside: { LicenseCounts(data) }
    ) { check(Rules.ofTables[$0], nil) }
    let ofLicenses = await Parallel.map(Rules.ofLicenses.count, jobs: options.jobs) {
      check(Rules.ofLicenses[$0], licenses)
    }
    var checked = ofTables + ofLicenses
    checked.sort { $0.rule < $1.rule }
    var findings = ingest.findings
    findings += waiving.expired
    findings += locator.place(ingest.rowFindings) { data.source(of: $0.row, in: $0.table) }
    settle(&findings, waiving, severitySettings(options.settings))
    findings.reserveCapacity(findings.count + checked.reduce(0) { $0 + $1.placed.count })
    // Each rule's findings are let go as they are taken over: a million of them are held once.
    for rule in checked.indices {
      findings += checked[rule].placed
      checked[rule].placed = []
    }
    PrintingOrder.sort(&findings)
    return CheckedRun(
      ingest: ingest, licenses: licenses, findingsByRule: checked.map(\.found),
      findings: findings, counts: FindingCounts(findings), catalog: catalog, asOf: options.asOf,
      reportSettings: reportSettings(options.settings),
      configuration: options.configuration, earlierKey: earlier?.key,
      earlierSource: earlier?.source)
  }

  /// Gives findings of reading the severities and waivers that are configured.
  private static func settle(
    _ findings: inout [PlacedFinding], _ waiving: Waiving, _ severities: SeveritySettings
  ) {
    guard !severities.isEmpty || !waiving.waivers.isEmpty else { return }
    let reading = Set(ReadingRules.all.map(\.id))
    for index in findings.indices where reading.contains(findings[index].finding.rule) {
      findings[index] = waiving.waived(findings[index].raised(by: severities))
    }
  }

  /// Reads and checks the inputs, of which at least one can be read as a table.
  public static func checkUsable(_ options: RunOptions) async throws(PipelineError) -> CheckedRun {
    let run = try await check(options)
    guard run.hasReadAnything else { throw .nothingRead(files: run.ingest.inputs.count) }
    return run
  }

  /// Finds the inputs, expands archives and turns UTF-16 into UTF-8.
  private static func prepare(
    _ options: RunOptions
  ) async throws(PipelineError) -> [PreparedInput] {
    let pool = SpoolPool()
    var found = try find(options)
    if options.inputs.contains("-") { found.append(try standardInput(pool)) }
    guard !found.isEmpty else { throw .noFiles(options.inputs) }
    let inputs = found
    options.progress("reading \(inputs.count) files")
    let preparation = InputPreparation(pool)
    let prepared = await Parallel.map(
      inputs.count, jobs: options.jobs, order: largestFirst(inputs)
    ) { index in
      preparation.prepare(inputs[index], reading(of: inputs[index], options))
    }
    return PreparedInput.inOrder(prepared)
  }

  /// Everything that standard input gives, spooled into a file of the pool.
  public static func standardInput(_ pool: SpoolPool) throws(PipelineError) -> InputFile {
    do throws(ReadFailure) {
      return try InputFile.standardInput(pool)
    } catch {
      throw .unreadableStandardInput(error.reason)
    }
  }

  /// The files of all inputs but standard input.
  private static func find(_ options: RunOptions) throws(PipelineError) -> [InputFile] {
    let named = options.inputs.filter { $0 != "-" }
    do throws(FileFinder.Failure) {
      return try FileFinder.files(of: named)
    } catch {
      switch error {
      case .missing(let path): throw .missingInput(path)
      case .unreadable(let path): throw .unreadableFolder(path)
      }
    }
  }

  /// The largest file first, so that it does not begin when the others have ended.
  private static func largestFirst(_ inputs: [InputFile]) -> [Int] {
    let sizes = inputs.map(\.byteCount)
    return inputs.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }
}

extension Pipeline {
  /// What the configuration says about how a file is read.
  private static func reading(of input: InputFile, _ options: RunOptions) -> ReadingOptions {
    var result = readingOptions(of: input, options.settings, options.formats)
    result.hashesFiles = options.hashesFiles
    return result
  }

  /// What the settings say about how a file is read.
  public static func readingOptions(
    of input: InputFile, _ settings: Settings, _ formats: FormatCatalog
  ) -> ReadingOptions {
    var result = ReadingOptions()
    result.formats = formats
    result.limits = settings.limits.expansion
    for settings in settings.inputs where input.isBelow(settings.path) {
      result.delimiter = settings.delimiter?.byte ?? result.delimiter
      result.encoding = settings.encoding.flatMap { TextEncoding(rawValue: $0.rawValue) }
      result.format = settings.format ?? result.format
      result.pickFolder = settings.pick == .last ? settings.path : nil
      result.takesAllStates = settings.pick == .all
      result.decimal = settings.decimal.flatMap { DecimalMark(rawValue: $0.rawValue) }
      result.dates = settings.dates.flatMap { DateOrder(rawValue: $0.rawValue) }
    }
    return result
  }
}

extension LimitSettings {
  /// How far archives may expand.
  fileprivate var expansion: ExpansionLimits {
    var result = ExpansionLimits()
    if let expandedBytes { result.expandedBytes = expandedBytes }
    if let ratio { result.ratio = ratio }
    return result
  }
}
