import Diagnostics
import FoundationEssentials
import Glibc
import Pipeline

/// The program: picks the command and ends with its exit code.
enum Program {
  static let version = Pipeline.version

  /// The commands in the order of the help; only what works.
  static let commands: [Command] = [
    .build, .validate, .report, .export, .inspect, .formats, .render, .check, .rules,
    .initialize,
  ]

  static func run() async {
    StandardStreams.takePlaces()
    ProcessMemory.tune()
    let code: ExitCode
    do {
      code = try await run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      code = Failure.report(error)
    }
    exit(code.rawValue)
  }

  private static func run(_ words: [String]) async throws -> ExitCode {
    guard let first = words.first else {
      StandardError.write(help)
      return .usage
    }
    if first == "--help" || first == "-h" || first == "help" {
      try StandardOutput.write(help)
      return .done
    }
    if first == "--version" {
      try StandardOutput.write("billfold \(version)\n")
      return .done
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      throw UsageError.unknownCommand(
        first, nearest: NearMiss.suggestion(for: first, among: commands.map(\.name)))
    }
    let arguments = try Arguments(Array(words.dropFirst()), options: command.options)
    if arguments.has("help") {
      try StandardOutput.write(command.help)
      return .done
    }
    let code = try await command.run(arguments)
    Progress.clear()
    return code
  }

  private static var help: String {
    let width = commands.map { $0.name.count }.max() ?? 0
    let lines = commands.map { command in
      let space = String(repeating: " ", count: width - command.name.count + 3)
      return "  \(command.name)\(space)\(command.summary)\n"
    }
    return """
      usage: billfold COMMAND [OPTION…] [INPUT…]

      Folds exports of subscriptions, licences and invoices into reports.

      commands:
      \(lines.joined())
      `billfold COMMAND --help` explains a command; `billfold --version` tells the version.

      exit codes: 0 done, 1 findings, 2 usage or configuration, 3 no input could be read,
      4 the work could not be finished

      """
  }
}
