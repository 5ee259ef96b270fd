/// Just enough CSV for samples: fields of one line, with quotes.
enum SampleCSV {
  /// The fields of a line.
  static func fields(_ line: Substring) -> [String] {
    // Between two quotes that touch stands nothing: split at quotes, every other part is quoted.
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    var fields = [""]
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 {
        fields[fields.count - 1] += part
      } else if part.isEmpty, index > 0, index < parts.count - 1 {
        fields[fields.count - 1] += "\""
      } else {
        let plain = part.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[fields.count - 1] += plain[0]
        fields += plain.dropFirst()
      }
    }
    return fields
  }
}
