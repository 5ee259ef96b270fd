import ExactNumbers
import JSONReading
import Liquid
import TemplateData
import TestSupport
import Testing

/// What templates see of JSON, whether it is read at once or block by block.
struct JSONValuesTests {
  /// The values as a program would make them of the plain tree of values.
  private static func plainly(_ json: JSONValue) -> Value {
    switch json {
    case .null: .nil
    case .flag(let flag): .flag(flag)
    case .string(let text): .text(text)
    case .array(let elements): .list(elements.map(plainly))
    case .object(let members): .record(Record(members.map { ($0.key, plainly($0.value)) }))
    case .number(let text):
      if let whole = Int(text) {
        .number(whole)
      } else {
        DecimalText.parseScientific(Array(text.utf8).span).map { .decimal($0) } ?? .text(text)
      }
    }
  }

  /// The value in a form in which different values differ.
  private static func shown(_ value: Value) -> String {
    switch value {
    case .list(let values): "[" + values.map(shown).joined(separator: ",") + "]"
    case .record(let record):
      "{"
        + record.keys.enumerated().map { "\($1.debugDescription):" + shown(record.value(at: $0)) }
        .joined(separator: ",") + "}"
    case .text(let text): text.debugDescription
    default: "\(value)"
    }
  }

  private static let long = String(repeating: "long text; ", count: 20)
  private static let words = [
    "\"\"", "\"a\"", "\"monthly-payment\"", "\"Microsoft 365 E5, without Teams\"", "\"Größe & Co\"",
    #""R&D <beta> \"suite\"""#, #""\u00e9\ud83d""#, "\"\(long)\"", "\"\(long)é\"", "\"a\u{0}b\"",
    "0", "-0", "12", "-7", "9223372036854775807", "9223372036854775808", "1.50", "1e3", "1e400",
    "true", "false", "null", "[]", "{}", "[ ]", "{ }",
  ]
  private static let keys = [
    "\"a\"", "\"b\"", "\"a\"", "\"total\"", #""k\n""#, "\"Größe\"", "\"\"",
  ]

  private static func text(depth: Int, _ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...5, using: &random)
    switch Int.random(in: 0...(depth < 4 ? 5 : 3), using: &random) {
    case 4:
      return "[" + (0..<count).map { _ in text(depth: depth + 1, &random) }.joined(separator: ", ")
        + "]"
    case 5:
      let members = (0..<count).map { _ in
        (keys.randomElement(using: &random) ?? "") + ": " + text(depth: depth + 1, &random)
      }
      return "{" + members.joined(separator: ",") + "}"
    default: return words.randomElement(using: &random) ?? ""
    }
  }

  @Test(arguments: UInt64(1)...50)
  func theValuesAreThoseOfThePlainTree(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for _ in 0..<100 {
      let bytes = Array(Self.text(depth: 0, &random).utf8)
      let plain = Self.plainly(try JSONValue(parsing: bytes))
      let value = try JSONValues.value(of: bytes)
      #expect(Self.shown(value) == Self.shown(plain), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// The elements of a list that comes in blocks of that many new bytes.
  private static func elements(_ bytes: [UInt8], step: Int) throws -> [Value] {
    var reader = JSONValues()
    var values: [Value] = []
    var read = 0
    repeat {
      let end = min(bytes.count, read + max(step, reader.rest.count))
      values += try reader.next(Array(reader.rest) + bytes[read..<end], isLast: end == bytes.count)
      read = end
    } while read < bytes.count
    return values
  }

  @Test(arguments: UInt64(1)...20, [1, 3, 16, 100, 10_000])
  func aListMayComeInBlocks(seed: UInt64, step: Int) throws {
    var random = SeededGenerator(state: seed)
    let count = Int.random(in: 0...30, using: &random)
    let texts = (0..<count).map { _ in Self.text(depth: 1, &random) }
    let bytes = Array((" [" + texts.joined(separator: ",\n") + "]\n").utf8)
    let values = try Self.elements(bytes, step: step)
    #expect(
      try values.map(Self.shown)
        == texts.map { text in
          Self.shown(Self.plainly(try JSONValue(parsing: Array(text.utf8))))
        })
  }

  @Test(arguments: [1, 7, 100])
  func whatIsWrongIsFoundAtItsPlace(step: Int) {
    for (text, place, expected) in [
      ("", 0, JSONSyntaxError.Expected.value), ("{}", 0, .value), ("[1, {\"a\" 1}]", 9, .colon),
      ("[1 2]", 3, .separator), ("[1, ]", 4, .value), ("[1]]", 3, .endOfText),
      ("[1", 2, .endOfText),
      ("[[1, 2], [\"abc", 14, .endOfString), (#"["\x"]"#, 2, .escape),
    ] {
      let error = #expect(throws: JSONSyntaxError.self) {
        _ = try Self.elements(Array(text.utf8), step: step)
      }
      #expect(error?.expected == expected, "\(text)")
      #expect(expected == .endOfString || error?.position == place, "\(text)")
    }
  }

  @Test func recordsWithTheSameKeysAreOneKind() throws {
    let bytes = Array(#"[{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"a": 5, "a": 6, "b": 7}]"#.utf8)
    let template = try Template(
      parsing:
        "{% for r in rows %}{{ r.a }}{{ r.b }}{{ r.size }}{{ r.last }}{% endfor %}{{ rows[2].b }}",
      name: "t", in: Environment(strictness: .strict))
    let rows = try JSONValues.value(of: bytes)
    #expect(throws: TemplateError.self) { try template.render(["rows": ["x"]]) }
    #expect(try template.render(["rows": rows]) == "122342672" + "7")
  }

  @Test func textThatIsNotUTF8IsRepaired() throws {
    let bytes: [UInt8] = Array("[\"a".utf8) + [0xFF, 0xC3] + Array("\"]".utf8)
    let template = try Template(parsing: "{{ v[0] }}{% for t in v %}{{ t }}{% endfor %}", name: "t")
    let page = try template.render(["v": JSONValues.value(of: bytes)])
    #expect(page == "a\u{FFFD}\u{FFFD}a\u{FFFD}\u{FFFD}")
  }
}
