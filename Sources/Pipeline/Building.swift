import BillingModel
import CalendarDates
import Configuration
import Diagnostics
import Digests
import Exporting
import Ingest
import Publishing
import Rendering
import Reporting
import Validation

extension Pipeline {
  /// Reads, checks, renders and publishes. The old site stands until the new one is whole.
  public static func build(
    _ options: RunOptions, _ build: BuildOptions
  ) async throws(PipelineError) -> BuildSummary {
    let theme = try loadTheme(build.templates, options)
    let publication = try publishing { () throws(PublishingError) in
      try SitePublication(at: build.output, inputs: options.inputs.filter { $0 != "-" })
    }
    var reading = options
    reading.hashesFiles = true
    let run = try await check(reading)
    try checkGates(run, options, build, publication.previous)
    let key = buildKey(run, options, build, theme)
    let source = BuildSource.name(of: run, options, key: key)
    if let source, let (files, pages) = publication.standing, publication.stands(madeOf: source) {
      return BuildSummary(
        run: run, pages: pages, files: files, output: build.output, key: key, isUnchanged: true)
    }
    options.progress("rendering")
    let input = await siteInput(run, options, key)
    let site = Site(input, theme: theme)
    // The largest files come first: whoever takes one of them last would keep all others waiting.
    let files =
      dataFiles(input.reports, options) + siteFiles(site) + quarantineFiles(run, options)
    try await write(files, publication, jobs: options.jobs)
    options.progress("publishing")
    let head = manifestHead(run, build, theme, key)
    try publishing { () throws(PublishingError) in
      try publication.finish(head, madeOf: source)
    }
    return BuildSummary(
      run: run, pages: files.count { $0.path.hasSuffix(".html") }, files: files.count,
      output: build.output, key: key, isUnchanged: false)
  }

  /// Loads the theme, or says everything that is wrong with it.
  static func loadTheme(
    _ folder: String?, _ options: RunOptions
  ) throws(PipelineError) -> Theme {
    do throws(ThemeError) {
      return try Theme(
        folder: folder ?? options.settings.templates, language: options.settings.site.language,
        asOf: options.asOf)
    } catch {
      throw .theme(error.problems.map { $0.description + "\n" })
    }
  }

  private static func publishing<Result>(
    _ body: () throws(PublishingError) -> Result
  ) throws(PipelineError) -> Result {
    do throws(PublishingError) {
      return try body()
    } catch {
      throw .publishing(error)
    }
  }
}

extension Pipeline {
  /// A good site is never replaced by a bad one.
  private static func checkGates(
    _ run: CheckedRun, _ options: RunOptions, _ build: BuildOptions, _ previous: PreviousSite?
  ) throws(PipelineError) {
    if build.isStrict, run.counts[.error] > 0 { throw .errorsWhenStrict(run.counts[.error]) }
    let accepted = acceptedRows(run)
    guard accepted.values.contains(where: { $0 > 0 }) else { throw .nothingAccepted }
    let absent = options.settings.expect.filter { accepted[$0, default: 0] == 0 }
    guard absent.isEmpty else { throw .expectedTablesAbsent(absent) }
    let lost = previous?.tablesLost(now: accepted).filter { !build.allowedMissing.contains($0) }
    if let lost, !lost.isEmpty { throw .tablesLost(lost) }
  }

  private static func acceptedRows(_ run: CheckedRun) -> [String: Int] {
    var result: [String: Int] = [:]
    for file in run.dataset.files {
      if let table = file.table { result[table.rawValue, default: 0] += file.accepted }
    }
    return result
  }

  /// What the site is made of, as 12 hex digits: the same inputs give the same.
  private static func buildKey(
    _ run: CheckedRun, _ options: RunOptions, _ build: BuildOptions, _ theme: Theme
  ) -> String {
    let inputs = run.dataset.files.compactMap(\.sha256).sorted()
    let parts =
      [
        version, run.asOf.description, run.configuration?.sha256 ?? "", theme.sha256,
        run.earlierKey ?? "",
      ] + inputs + (options.mappingsSHA256.map { [$0] } ?? [])
    return SHA256.digest(of: parts.joined(separator: "\n")).hex(prefix: 12)
  }

  /// What the pages are made of; the reports are worked out beside each other.
  static func siteInput(
    _ run: CheckedRun, _ options: RunOptions, _ key: String
  ) async -> SiteInput {
    let locator = RecordLocator(run.ingest)
    let basis = run.siteBasis()
    let names = ReportName.reports.filter {
      !options.settings.site.pagesOff.contains($0.rawValue)
    }
    let (reports, details) = await Parallel.map(
      names.count, jobs: options.jobs, beside: { DetailIndex(basis) },
      { basis.report(names[$0]) })
    return SiteInput(
      basis: basis, reports: reports, details: details, findings: run.findings.map(\.finding),
      rules: run.catalog, settings: options.settings.site, version: version, key: key,
      rawText: { locator.rawText(of: $0) })
  }

  /// A file of the site, made when it is wanted.
  private struct SiteFile: Sendable {
    let path: String
    let bytes: @Sendable () throws(RenderingError) -> [UInt8]
  }

  private static func siteFiles(_ site: Site) -> [SiteFile] {
    site.pages.map { page in
      SiteFile(path: page.path) { () throws(RenderingError) in try page.render() }
    }
  }

  /// The reports as data beside their pages.
  private static func dataFiles(_ reports: [Report], _ options: RunOptions) -> [SiteFile] {
    reports.filter { !options.settings.site.pagesOff.contains($0.name.rawValue) }
      .flatMap { report in
        [
          SiteFile(path: "data/\(report.name.rawValue).csv") { CSVExport.bytes(of: report) },
          SiteFile(path: "data/\(report.name.rawValue).json") { JSONExport.bytes(of: report) },
        ]
      }
  }

  /// The records in quarantine as bytes and as rows, beside their page.
  private static func quarantineFiles(_ run: CheckedRun, _ options: RunOptions) -> [SiteFile] {
    guard !options.settings.site.pagesOff.contains("quarantine") else { return [] }
    return QuarantineFiles.tables(run).flatMap { table in
      [
        SiteFile(path: "quarantine/\(table.rawValue).csv") { QuarantineFiles.rows(run, table) },
        SiteFile(path: "quarantine/\(table.rawValue).raw") { QuarantineFiles.raw(run, table) },
      ]
    }
  }

  private static func write(
    _ files: [SiteFile], _ publication: SitePublication, jobs: Int
  ) async throws(PipelineError) {
    let failures = await Parallel.map(files.count, jobs: jobs) { index -> PipelineError? in
      do throws(PipelineError) {
        try write(files[index], publication)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap({ $0 }).first { throw failure }
  }

  private static func write(
    _ file: SiteFile, _ publication: SitePublication
  ) throws(PipelineError) {
    let bytes: [UInt8]
    do throws(RenderingError) {
      bytes = try file.bytes()
    } catch {
      throw .theme([error.description + "\n"])
    }
    _ = try publishing { () throws(PublishingError) in
      try publication.write(file.path, bytes)
    }
  }
}
