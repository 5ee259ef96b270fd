import Diagnostics
import FoundationEssentials
import Pipeline

extension Command {
  static let initialize = Command(
    "init", "Makes a folder to start from: configuration, theme, a place for exports.",
    operands: "DIR", options: [],
    details:
      "DIR must not exist or be empty. It gets billfold.yaml, exports/ and templates/, a copy of the\nbuilt-in theme to change as you like."
  ) { arguments in
    guard let folder = arguments.operands.first else { throw UsageError.operandMissing("DIR") }
    guard arguments.operands.count == 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    let count = try StarterFolder.make(folder)
    try StandardOutput.write(
      """
      \(folder) has \(count) files. Put exports into \(folder)/exports, then:
        billfold build -c \(folder)/billfold.yaml

      """)
    return .done
  }
}
