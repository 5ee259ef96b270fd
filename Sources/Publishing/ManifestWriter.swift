internal import JSONReading

/// Writes `manifest.json`: the same facts give the same bytes.
enum ManifestWriter {
  /// A file as it was written.
  struct File: Hashable, Sendable {
    let path: String
    let sha256: String
    let bytes: Int
  }

  static func manifest(_ head: ManifestHead, files: [File]) -> [UInt8] {
    var json = JSONWriter(breakingLines: 2)
    json.object { json in
      writeHead(head, &json)
      json.key("files")
      json.array { json in writeFiles(files, &json) }
      json.key("inputs")
      json.array { json in writeInputs(head.inputs, &json) }
      json.key("counts")
      json.object { json in writeCounts(head, &json) }
    }
    return json.takeBytes()
  }

  private static func writeHead(_ head: ManifestHead, _ json: inout JSONWriter) {
    json.field("version", head.version)
    json.field("key", head.key)
    json.field("as_of", head.asOf)
    json.field("config_sha256", head.configSHA256)
    json.field("theme_sha256", head.themeSHA256)
    json.field("history_key", head.historyKey)
  }

  private static func writeFiles(_ files: [File], _ json: inout JSONWriter) {
    for file in files.sorted(by: { precedes($0.path, $1.path) }) {
      json.object { json in
        json.field("path", file.path)
        json.field("sha256", file.sha256)
        json.field("bytes", file.bytes)
      }
    }
  }

  private static func writeInputs(_ inputs: [ManifestHead.Input], _ json: inout JSONWriter) {
    for input in inputs.sorted(by: { precedes($0.path, $1.path) }) {
      json.object { json in
        json.field("path", input.path)
        json.field("sha256", input.sha256)
        json.field("rows", input.rows.rowsIn)
        json.field("accepted", input.rows.accepted)
        json.field("quarantined", input.rows.quarantined)
        json.field("ignored", input.rows.ignored)
        json.key("amounts")
        json.array { json in for amounts in input.amounts { write(amounts, &json) } }
      }
    }
  }

  private static func write(_ amounts: ManifestHead.Amounts, _ json: inout JSONWriter) {
    json.object { json in
      json.field("table", amounts.table)
      json.field("column", amounts.column)
      json.field("currency", amounts.currency)
      for (name, sum) in zip(["in", "accepted", "quarantined", "ignored"], amounts.sums) {
        json.field(name, sum)
      }
    }
  }

  private static func writeCounts(_ head: ManifestHead, _ json: inout JSONWriter) {
    writeRows(head.rows, &json)
    json.key("findings")
    json.object { json in
      for severity in head.findings.sorted(by: { precedes($0.key, $1.key) }) {
        json.field(severity.key, severity.value)
      }
    }
    json.key("tables")
    json.object { json in
      for table in head.tables.sorted(by: { precedes($0.key, $1.key) }) {
        json.key(table.key)
        json.object { json in writeRows(table.value, &json) }
      }
    }
  }

  private static func writeRows(_ counts: ManifestHead.RowCounts, _ json: inout JSONWriter) {
    json.field("rows_in", counts.rowsIn)
    json.field("accepted", counts.accepted)
    json.field("quarantined", counts.quarantined)
    json.field("ignored", counts.ignored)
  }

  /// Orders by code points, whatever the length of composed characters.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
