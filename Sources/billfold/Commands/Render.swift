import Configuration
import Pipeline

extension Command {
  static let render = Command(
    "render", "Renders one template: the template engine alone.", operands: "TEMPLATE [OPTION…]",
    options: [
      Option("data", value: "FILE", "JSON whose outermost object is what the template sees"),
      Option("templates", value: "DIR", "where names in render and include are looked up"),
      Option("as-of", value: "DATE", "what `now` means, YYYY-MM-DD"),
      Option("strict", nil, "a variable, property or filter that is not there is an error"),
    ],
    details:
      "The text goes to standard output as it is: nothing is escaped, no line break is added."
  ) { arguments in
    guard let path = arguments.operands.first else { throw UsageError.operandMissing("TEMPLATE") }
    guard arguments.operands.count == 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    let today = try CommonOptions.reportDate(arguments, .default)
    try StandardOutput.write(
      TemplateRun.render(
        path, data: arguments["data"], folder: arguments["templates"], today: today,
        unknownNames: arguments.has("strict") ? .errors : .nothing))
    return .done
  }
}
