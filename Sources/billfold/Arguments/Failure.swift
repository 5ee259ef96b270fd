import Configuration
import Diagnostics
import Pipeline
import Publishing

/// Turns what stopped the program into one clear line, and an exit code.
enum Failure {
  static func report(_ error: any Error) -> ExitCode {
    Progress.clear()
    switch error {
    case let usage as UsageError:
      StandardError.write("billfold: \(usage.message)\n")
      return .usage
    case let failure as PipelineError:
      StandardError.write(message(failure))
      return code(failure)
    default:
      StandardError.write("billfold: \(error)\n")
      return .unfinished
    }
  }

  private static func code(_ error: PipelineError) -> ExitCode {
    switch error {
    case .missingInput, .unreadableFolder, .unreadableStandardInput, .noFiles, .nothingRead,
      .nothingEarlier, .nothingAccepted, .expectedTablesAbsent, .tablesLost:
      .noInput
    case .errorsWhenStrict: .findings
    case .configuration, .unreadableConfiguration: .usage
    case .theme, .publishing, .output: .unfinished
    case .data: .usage
    }
  }

  private static func message(_ error: PipelineError) -> String {
    switch error {
    case .missingInput(let path): line("\(path): there is no such file or folder")
    case .unreadableFolder(let path): line("\(path): the folder cannot be read")
    case .unreadableStandardInput(let reason):
      line("standard input cannot be read: \(reason)")
    case .noFiles(let inputs):
      line(
        "no export in \(inputs.joined(separator: ", ")): no file ends in .csv, .tsv, .txt, .json, .jsonl, .ndjson, these with .gz, or .zip"
      )
    case .nothingRead(let files):
      line(
        "none of \(files) file\(files == 1 ? "" : "s") could be read as a table; `billfold inspect FILE` says why"
      )
    case .nothingEarlier(let folder):
      line("no subscriptions in the earlier exports, \(folder): nothing to compare with")
    case .nothingAccepted: line("no row of any table was accepted; the site stays as it is")
    case .expectedTablesAbsent(let tables):
      line("expected and not there: \(tables.joined(separator: ", ")); the site stays as it is")
    case .tablesLost(let tables):
      line(
        "the last build had rows of \(tables.joined(separator: ", ")) and now there are none; the site stays as it is (--allow-missing TABLE if that is right)"
      )
    case .errorsWhenStrict(let count):
      line("\(count) finding\(count == 1 ? "" : "s") of severity error; --strict publishes nothing")
    case .configuration(let file, let problems):
      problems.map { problem in
        "\(file):\(problem.line):\(problem.column): error[\(problem.rule.rawValue)]: \(problem.message)\n"
          + (problem.help.map { "  help: \($0)\n" } ?? "")
      }.joined()
    case .unreadableConfiguration(let file, let reason): line("\(file): \(reason)")
    case .theme(let errors): errors.joined()
    case .data(let file, let position, let expected):
      line("\(file): not usable as data: expected \(expected) at byte \(position)")
    case .publishing(let error): line(error.description)
    case .output(let path, let reason): line("\(path): cannot be written: \(reason)")
    }
  }

  private static func line(_ text: String) -> String {
    "billfold: \(VisibleText.line(text))\n"
  }
}
