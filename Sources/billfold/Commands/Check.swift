import Configuration
import Pipeline

extension Command {
  static let check = Command(
    "check", "Checks a theme: everything that is wrong with its templates and wording.",
    operands: "[DIR] [OPTION…]",
    options: [
      Option("config", "c", value: "FILE", "the configuration, whose `templates` are checked")
    ],
    details:
      "DIR is the theme's folder; without one that of the configuration, else the built-in theme. No data is\nneeded. Names of values are held against those that the pages have, partials, assets, phrases and\ncolumns against those that there are. Ends with 4 when there is an error."
  ) { arguments in
    guard arguments.operands.count <= 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    let settings = try ConfigurationFile.read(arguments["config"]).settings
    let folder = arguments.operands.first ?? settings.templates
    let outcome = try ThemeChecking.check(
      folder, asOf: try CommonOptions.reportDate(arguments, settings))
    try StandardOutput.write(outcome.text)
    return outcome.errors == 0 ? .done : .unfinished
  }
}
