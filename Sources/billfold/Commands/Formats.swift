import BillingModel
import Diagnostics
import Ingest
import Pipeline

extension Command {
  static let formats = Command(
    "formats", "Lists the vendors' exports that are read, or explains one.", operands: "[NAME]",
    options: [
      Option("config", "c", value: "FILE", "the configuration, whose `mappings` are listed too")
    ],
    details: "A format is recognised by its columns or keys, not by the file's name."
  ) { arguments in
    guard arguments.operands.count <= 1 else {
      throw UsageError.operandTooMany(arguments.operands[1])
    }
    let settings = try ConfigurationFile.read(arguments["config"]).settings
    let catalog = try ConfigurationFile.mappings(settings, arguments["config"]).catalog
    guard let name = arguments.operands.first else {
      try StandardOutput.write(list(catalog))
      return .done
    }
    guard let format = catalog.format(named: name) else {
      let names = catalog.formats.map(\.name)
      throw UsageError.unknownName(
        kind: "format", name: name, nearest: NearMiss.suggestion(for: name, among: names))
    }
    try StandardOutput.write(explanation(of: format))
    return .done
  }

  private static func list(_ catalog: FormatCatalog) -> String {
    let width = catalog.formats.map(\.name.utf8.count).max() ?? 0
    let lines = catalog.formats.map { format in
      let space = String(repeating: " ", count: width - format.name.utf8.count + 2)
      return format.name + space + format.title + "\n"
    }
    return lines.joined()
      + "\nFiles that have the columns of billfold's own tables need no format.\n"
  }

  private static func explanation(of format: FormatMapping) -> String {
    var text = "\(format.name): \(format.title)\n\n\(wrapped(format.about))\n"
    text += "Source: \(format.source)\n\nRecognised by:\n"
    for field in format.recognise { text += "  \(field.joined(separator: ", or "))\n" }
    if let field = format.stateField { text += "\nThe day of its state: \(field)\n" }
    for table in format.tables {
      text += "\n\(table.table.rawValue)\(table.note):\n"
      let width = table.columns.map(\.name.utf8.count).max() ?? 0
      for column in table.columns {
        let space = String(repeating: " ", count: width - column.name.utf8.count + 2)
        text += "  \(column.name)\(space)\(column.description)\n"
      }
    }
    guard !format.also.isEmpty else { return text }
    return text + "\nKept with the row: \(format.also.joined(separator: ", "))\n"
  }

  /// Text in lines of at most 100 characters.
  private static func wrapped(_ text: String) -> String {
    var result = ""
    var width = 0
    for word in text.split(separator: " ") {
      if width + word.count >= 100 {
        result += "\n"
        width = 0
      } else if width > 0 {
        result += " "
        width += 1
      }
      result += word
      width += word.count
    }
    return result + "\n"
  }
}
