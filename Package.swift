// swift-tools-version: 6.2
import PackageDescription

/// One list of strict settings for every Swift target.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A library target of ours. Its README.md says what it does and what it may import.
func stage(_ name: String, _ imports: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: imports.map { .init(stringLiteral: $0) },
    exclude: ["README.md"],
    swiftSettings: strict)
}

/// A C library of Debian's: a module map and a shim, nothing else.
///
/// libutf8proc's own flags are refused by the package manager; its module map links it.
func system(_ name: String, _ package: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: package, providers: [.apt([apt])])
}

/// The tests of one target, all in Swift Testing.
func tests(_ target: String, _ imports: [String] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: target + "Tests",
    dependencies: ([target, "TestSupport"] + imports).map { .init(stringLiteral: $0) },
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "billfold",
  products: [.executable(name: "billfold", targets: ["billfold"])],
  targets: [
    // Values and platform.
    stage("ExactNumbers"),
    stage("CalendarDates"),
    stage("UnicodeFolding", ["CUTF8Proc"]),
    stage("Digests", ["UnicodeFolding", "CCrypto"]),
    stage("Compression", ["CZlib", "CArchive"]),
    .target(name: "CPlatform"),
    .target(name: "CByteScan", exclude: ["README.md"]),
    .target(name: "CJSONScan"),
    .target(name: "CTextCopy"),
    .target(name: "CMarkupMemory"),
    .target(name: "CTheme", exclude: ["README.md"]),
    .target(name: "CFormats", exclude: ["README.md", "formats"]),
    system("CCmarkGFM", "libcmark-gfm", apt: "libcmark-gfm-extensions-dev"),
    system("CCrypto", "libcrypto", apt: "libssl-dev"),
    system("CUTF8Proc", apt: "libutf8proc-dev"),
    system("CZlib", "zlib", apt: "zlib1g-dev"),
    system("CArchive", "libarchive", apt: "libarchive-dev"),
    system("CYAML", "yaml-0.1", apt: "libyaml-dev"),

    // Readers and writers of one format each.
    stage("Diagnostics", ["ExactNumbers"]),
    stage("CSVReading"),
    stage("JSONReading", ["CJSONScan"]),
    stage("YAMLReading", ["CYAML"]),
    stage("Markup", ["CCmarkGFM", "CMarkupMemory"]),
    stage("Liquid", ["ExactNumbers", "CalendarDates", "CTextCopy"]),
    stage("TemplateData", ["ExactNumbers", "JSONReading", "Liquid"]),
    stage("Charts"),

    // The model that the stages share.
    stage(
      "BillingModel",
      ["ExactNumbers", "CalendarDates", "UnicodeFolding", "CByteScan", "Diagnostics"]),
    stage(
      "Configuration",
      ["ExactNumbers", "CalendarDates", "Diagnostics", "YAMLReading", "BillingModel"]),

    // The stages. They do not import each other.
    stage(
      "Ingest",
      [
        "ExactNumbers", "CalendarDates", "UnicodeFolding", "Digests", "Compression", "CPlatform",
        "CByteScan", "CFormats", "Diagnostics", "CSVReading", "JSONReading", "YAMLReading",
        "BillingModel",
      ]),
    stage("Validation", ["ExactNumbers", "CalendarDates", "Diagnostics", "BillingModel"]),
    stage("Reporting", ["ExactNumbers", "CalendarDates", "Diagnostics", "BillingModel"]),

    // Output.
    stage(
      "Exporting",
      [
        "ExactNumbers", "CalendarDates", "Diagnostics", "JSONReading", "BillingModel", "Reporting",
      ]),
    stage(
      "Rendering",
      [
        "ExactNumbers", "CalendarDates", "UnicodeFolding", "Digests", "Diagnostics", "YAMLReading",
        "JSONReading", "Markup", "Liquid", "Charts", "BillingModel", "Configuration", "Validation",
        "Reporting", "CTheme",
      ]),
    stage("Publishing", ["Digests", "CPlatform", "Diagnostics", "JSONReading"]),
    stage("PlainReading", ["Diagnostics"]),

    // The one place that joins the stages, and the program.
    stage(
      "Pipeline",
      [
        "ExactNumbers", "CalendarDates", "Digests", "Compression", "CPlatform", "Diagnostics",
        "CSVReading", "JSONReading", "Liquid", "TemplateData", "BillingModel", "Configuration",
        "Ingest", "Validation", "Reporting", "Exporting", "Rendering", "Publishing",
      ]),
    .executableTarget(
      name: "billfold",
      dependencies: [
        "CalendarDates", "Digests", "Diagnostics", "JSONReading", "BillingModel", "Configuration",
        "Ingest", "Reporting", "Exporting", "Publishing", "Pipeline",
      ],
      exclude: ["README.md"],
      swiftSettings: strict),

    // Tests and measurements.
    .target(
      name: "TestSupport", dependencies: ["CZlib"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "ReadingProperties",
      dependencies: [
        "BillingModel", "CSVReading", "CalendarDates", "Diagnostics", "Ingest", "JSONReading",
        "PlainReading",
      ], path: "Tests/ReadingProperties", swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["ReadingProperties"], path: "Fuzzing/Sources",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "markdown-benchmark", dependencies: ["Markup"], path: "Benchmarks/markdown/Sources",
      swiftSettings: strict),
    .executableTarget(
      name: "page-benchmark", dependencies: ["Liquid", "Publishing", "TemplateData"],
      path: "Benchmarks/pages/Sources", swiftSettings: strict),
    tests("ExactNumbers"),
    tests("CalendarDates"),
    tests("UnicodeFolding"),
    tests("Digests"),
    tests("Compression"),
    tests("CByteScan"),
    tests("Diagnostics", ["ExactNumbers"]),
    tests("CSVReading", ["PlainReading", "ReadingProperties"]),
    tests("JSONReading", ["PlainReading", "ReadingProperties", "ExactNumbers"]),
    tests("YAMLReading"),
    tests("Markup"),
    tests(
      "Liquid", ["ExactNumbers", "CalendarDates", "JSONReading", "TemplateData"],
      exclude: ["Reference"]),
    tests("TemplateData", ["ExactNumbers", "JSONReading", "Liquid"]),
    tests("Charts"),
    tests("BillingModel", ["ExactNumbers", "CalendarDates", "Diagnostics"]),
    tests(
      "Configuration",
      ["ExactNumbers", "CalendarDates", "Diagnostics", "YAMLReading", "BillingModel"]),
    tests(
      "Ingest",
      [
        "ExactNumbers", "CalendarDates", "Compression", "Digests", "Diagnostics", "CSVReading",
        "BillingModel", "PlainReading", "ReadingProperties",
      ], exclude: ["Formats/Samples", "Formats/Golden"]),
    tests(
      "Validation", ["ExactNumbers", "CalendarDates", "Diagnostics", "BillingModel", "Ingest"]),
    tests("Reporting", ["ExactNumbers", "CalendarDates", "Diagnostics", "BillingModel", "Ingest"]),
    tests(
      "Exporting",
      [
        "ExactNumbers", "CalendarDates", "Diagnostics", "JSONReading", "BillingModel", "Reporting",
      ]),
    tests(
      "Rendering",
      [
        "ExactNumbers", "CalendarDates", "Diagnostics", "BillingModel", "Reporting", "Validation",
        "Ingest", "Liquid", "Configuration", "Digests",
      ], exclude: ["Golden"]),
    tests("Publishing", ["Digests", "Diagnostics", "JSONReading"]),
    tests("PlainReading"),
    tests("ReadingProperties"),
    tests(
      "Pipeline",
      [
        "ExactNumbers", "CalendarDates", "Diagnostics", "CSVReading", "JSONReading",
        "BillingModel", "Ingest", "PlainReading",
      ]),
  ],
  cLanguageStandard: .c2x
)
