/// The part of the schema of SARIF 2.1.0 (OASIS) that billfold's logs use: which members an object may
/// have and must have, and of which kind each is. The schema allows no other members.
indirect enum SARIFShape: Sendable {
  case text
  case word([String])
  case count(from: Int)
  case list(SARIFShape)
  case object([String: SARIFShape], required: [String])
  /// A property bag: anything.
  case bag
  /// Members of any name.
  case texts

  static let level = SARIFShape.word(["none", "note", "warning", "error"])
  static let message = SARIFShape.object(["text": .text, "id": .text], required: ["text"])
  static let multiformat = SARIFShape.object(
    ["text": .text, "markdown": .text, "properties": .bag], required: ["text"])
  static let artifactLocation = SARIFShape.object(
    ["uri": .text, "uriBaseId": .text, "index": .count(from: -1)], required: [])
  static let region = SARIFShape.object(
    [
      "startLine": .count(from: 1), "startColumn": .count(from: 1), "endLine": .count(from: 1),
      "endColumn": .count(from: 1), "snippet": multiformat, "message": message,
    ], required: [])

  static let rule = SARIFShape.object(
    [
      "id": .text, "name": .text, "shortDescription": multiformat, "fullDescription": multiformat,
      "help": multiformat, "helpUri": .text, "properties": .bag,
      "defaultConfiguration": .object(["level": level], required: []),
    ], required: ["id"])

  static let result = SARIFShape.object(
    [
      "ruleId": .text, "ruleIndex": .count(from: -1), "level": level, "message": message,
      "kind": .word(["notApplicable", "pass", "fail", "review", "open", "informational"]),
      "locations": .list(
        .object(
          [
            "physicalLocation": .object(
              ["artifactLocation": artifactLocation, "region": region], required: [])
          ], required: [])),
      "partialFingerprints": .texts, "properties": .bag,
      "suppressions": .list(
        .object(
          [
            "kind": .word(["inSource", "external"]), "justification": .text,
            "status": .word(["accepted", "underReview", "rejected"]),
          ], required: ["kind"])),
    ], required: ["message"])

  static let log = SARIFShape.object(
    [
      "$schema": .text, "version": .word(["2.1.0"]),
      "runs": .list(
        .object(
          [
            "tool": .object(
              [
                "driver": .object(
                  ["name": .text, "version": .text, "rules": .list(rule)], required: ["name"])
              ], required: ["driver"]),
            "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]),
            "artifacts": .list(.object(["location": artifactLocation], required: [])),
            "results": .list(result), "properties": .bag,
          ], required: ["tool"])),
    ], required: ["version", "runs"])

  /// Where a value breaks the shape; empty when it keeps it.
  func problems(_ value: JSON, at path: String = "$") -> [String] {
    switch (self, value) {
    case (.bag, .object), (.text, .text): return []
    case (.texts, .object(let members)):
      return members.flatMap { Self.text.problems($0.value, at: "\(path).\($0.key)") }
    case (.word(let words), .text(let word)):
      return words.contains(word) ? [] : ["\(path): \(word)"]
    case (.count(let least), .number):
      return (value.int.map { $0 >= least } ?? false) ? [] : ["\(path): \(value.cell)"]
    case (.list(let shape), .list(let elements)):
      return elements.enumerated().flatMap { shape.problems($1, at: "\(path)[\($0)]") }
    case (.object(let known, let required), .object(let members)):
      let names = members.map(\.key)
      return required.filter { !names.contains($0) }.map { "\(path): no \($0)" }
        + members.flatMap { member in
          known[member.key]?.problems(member.value, at: "\(path).\(member.key)")
            ?? ["\(path): \(member.key) is not in the schema"]
        }
    default: return ["\(path): of another kind"]
    }
  }
}
