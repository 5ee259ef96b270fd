/// Writes `manifest.json`: the same facts give the same bytes.
struct ManifestWriter {
  /// A file as it was written.
  struct File: Hashable, Sendable {
    let path: String
    let sha256: String
    let bytes: Int
  }

  private var text = ""

  static func manifest(_ head: ManifestHead, files: [File]) -> [UInt8] {
    var writer = ManifestWriter()
    writer.writeHead(head)
    writer.writeFiles(files)
    writer.writeInputs(head.inputs)
    writer.writeCounts(head)
    return Array(writer.text.utf8)
  }

  private mutating func writeHead(_ head: ManifestHead) {
    text += "{\"version\":\(Self.string(head.version)),\n"
    text += "\"key\":\(Self.string(head.key)),\n"
    text += "\"as_of\":\(Self.string(head.asOf)),\n"
    text += "\"config_sha256\":\(Self.string(head.configSHA256)),\n"
    text += "\"theme_sha256\":\(Self.string(head.themeSHA256)),\n"
    text += "\"history_key\":\(Self.string(head.historyKey)),\n"
  }

  private mutating func writeFiles(_ files: [File]) {
    let lines = files.sorted { Self.precedes($0.path, $1.path) }.map { file in
      "{\"path\":\(Self.string(file.path)),\"sha256\":\(Self.string(file.sha256)),"
        + "\"bytes\":\(file.bytes)}"
    }
    text += "\"files\":[\n" + lines.joined(separator: ",\n") + "\n],\n"
  }

  private mutating func writeInputs(_ inputs: [ManifestHead.Input]) {
    let lines = inputs.sorted { Self.precedes($0.path, $1.path) }.map { input in
      "{\"path\":\(Self.string(input.path)),\"sha256\":\(Self.string(input.sha256)),"
        + "\"rows\":\(input.rows)}"
    }
    text += "\"inputs\":[\n" + lines.joined(separator: ",\n") + "\n],\n"
  }

  private mutating func writeCounts(_ head: ManifestHead) {
    let findings = head.findings.sorted { Self.precedes($0.key, $1.key) }.map { severity in
      "\(Self.string(severity.key)):\(severity.value)"
    }
    let tables = head.tables.sorted { Self.precedes($0.key, $1.key) }.map { table in
      "\(Self.string(table.key)):{\(Self.members(table.value))}"
    }
    text += "\"counts\":{\(Self.members(head.rows)),\n"
    text += "\"findings\":{" + findings.joined(separator: ",") + "},\n"
    text += "\"tables\":{\n" + tables.joined(separator: ",\n") + "\n}}}\n"
  }

  private static func members(_ counts: ManifestHead.RowCounts) -> String {
    "\"rows_in\":\(counts.rowsIn),\"accepted\":\(counts.accepted),"
      + "\"quarantined\":\(counts.quarantined),\"ignored\":\(counts.ignored)"
  }

  /// Orders by code points, whatever the length of composed characters.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  static func string(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
