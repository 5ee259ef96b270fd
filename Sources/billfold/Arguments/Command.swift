/// A command of the program: its words, its options and what it does.
struct Command: Sendable {
  let name: String
  let summary: String
  /// What stands behind the name in the first line of the help.
  let operands: String
  let options: [Option]
  /// More to say, in whole paragraphs.
  let details: String
  let run: @Sendable (Arguments) async throws -> ExitCode

  init(
    _ name: String, _ summary: String, operands: String, options: [Option], details: String = "",
    run: @escaping @Sendable (Arguments) async throws -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options + [Option("help", "h", "show this help")]
    self.details = details
    self.run = run
  }

  /// The help of the command.
  var help: String {
    let width = options.map(\.usage.count).max() ?? 0
    var text = "usage: billfold \(name) \(operands)\n\n\(summary)\n"
    if !details.isEmpty { text += "\n\(details)\n" }
    text += "\noptions:\n"
    for option in options {
      let usage = option.usage
      let space = String(repeating: " ", count: width - usage.count + 2)
      text += "  \(usage)\(space)\(option.help)\n"
    }
    return text
  }
}

/// What the program tells its caller by its exit code.
enum ExitCode: Int32 {
  /// Done.
  case done = 0
  /// Findings at or above the level that was asked for.
  case findings = 1
  /// The command line or the configuration is wrong.
  case usage = 2
  /// No input could be read, or a good site would be replaced by an empty one.
  case noInput = 3
  /// The work could not be finished.
  case unfinished = 4
}
