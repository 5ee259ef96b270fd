import Foundation
import TestSupport
import Testing

/// The built program, run as its users run it.
struct Billfold {
  /// What a run left behind.
  struct Outcome {
    let code: Int32
    let bytes: [UInt8]
    let errors: String

    /// Standard output as text.
    var output: String { String(decoding: bytes, as: UTF8.self) }
    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Where standard output goes.
  enum Sink {
    case kept
    case file(String)
    /// The shell's `>&-`: there is no standard output at all.
    case closed
  }

  /// The root of the package, found from this file.
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  /// The program; `BILLFOLD` names another one.
  static let path: String =
    ProcessInfo.processInfo.environment["BILLFOLD"] ?? root + "/.build/debug/billfold"

  /// The sample.
  static let sample = root + "/sample-data"

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    folder: String? = nil, sink: Sink = .kept
  ) throws -> Outcome {
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "\(path) is not built: swift build --product billfold")
    let scratch = try TemporaryFolder()
    for name in ["out", "err"] { try scratch.write("", to: name) }
    try scratch.write(input, to: "in")
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if case .closed = sink {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "exec \"$0\" \"$@\" >&-", path] + arguments
    }
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: folder ?? root)
    var target = scratch.path(of: "out")
    if case .file(let other) = sink { target = other }
    let read = try #require(FileHandle(forReadingAtPath: scratch.path(of: "in")))
    let errors = try #require(FileHandle(forWritingAtPath: scratch.path(of: "err")))
    let written = try #require(FileHandle(forWritingAtPath: target))
    process.standardInput = read
    process.standardError = errors
    process.standardOutput = written
    try process.run()
    process.waitUntilExit()
    let code = process.terminationStatus
    let signal = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: signal ? -code : code,
      bytes: Array(FileManager.default.contents(atPath: scratch.path(of: "out")) ?? Data()),
      errors: scratch.text(of: "err") ?? "")
  }

  /// What a command prints as JSON; the run must end with one of the codes.
  static func json(_ arguments: [String], codes: [Int32] = [0]) throws -> JSON {
    let outcome = try run(arguments + ["--format", "json"])
    try #require(codes.contains(outcome.code), "\(arguments): \(outcome.code) \(outcome.errors)")
    return try JSON(outcome.bytes)
  }
}
