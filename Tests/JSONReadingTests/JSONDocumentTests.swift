import JSONReading
import ReadingProperties
import TestSupport
import Testing

/// The windowed reader against the plain one: the same records whatever the size of the window.
struct JSONDocumentTests {
  private static let steps = [1, 2, 3, 5, 16, 17, 64, 100_000]

  /// A document, now and then a damaged one.
  private static func document(_ random: inout SeededGenerator) -> [UInt8] {
    var text = ""
    let isList = Bool.random(using: &random)
    let lists = isList ? 1 : Int.random(in: 0...3, using: &random)
    if !isList { text += "{\"n\":\(value(&random, 2))" }
    for list in 0..<lists {
      if !isList { text += ",\(space(&random))\"\(["value", "users", "x"][list])\":" }
      let records = (0..<Int.random(in: 0...6, using: &random)).map { _ in record(&random) }
      text += "[" + space(&random) + records.joined(separator: ",\n") + space(&random) + "]"
    }
    if !isList { text += space(&random) + "}" }
    var bytes = Array((text + space(&random)).utf8)
    guard Int.random(in: 0...2, using: &random) == 0 else { return bytes }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0...3, using: &random) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
    case 2: bytes.removeSubrange(place...)
    default: bytes[place] = bytes[Int.random(in: bytes.indices, using: &random)]
    }
    return bytes
  }

  private static func record(_ random: inout SeededGenerator) -> String {
    if Int.random(in: 0...15, using: &random) == 0 { return value(&random, 2) }
    let keys = ["invoice_id", "total", "é", "a\\u0062c", "abc", "", "currency"]
    let members = keys.filter { _ in Int.random(in: 0...5, using: &random) > 0 }.map { key in
      "\"\(key)\":\(Int.random(in: 0...9, using: &random) == 0 ? "\n  " : " ")\(value(&random, 2))"
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func value(_ random: inout SeededGenerator, _ depth: Int) -> String {
    switch Int.random(in: 0...(depth > 0 ? 13 : 10), using: &random) {
    case 0: return "null"
    case 1: return "true"
    case 2: return "false"
    case 3: return "\(Int.random(in: -999...999, using: &random))"
    case 4: return "-0.\(Int.random(in: 0...99999, using: &random))e+5"
    case 5: return "\"\""
    case 6: return "\"a\\n\\u20ac\\\"\\\\\""
    case 7: return "\"Zoë 請求書 \u{0}\""
    case 8: return "\"\(String(repeating: "x", count: Int.random(in: 0...40, using: &random)))\""
    case 9: return "\"\\ud834\\udd1e\""
    case 10: return "0"
    case 11: return "[" + space(&random) + "]"
    case 12: return "[" + value(&random, depth - 1) + space(&random) + "," + value(&random, 0) + "]"
    default: return "{\"k\" :" + value(&random, depth - 1) + ",\"l\":" + value(&random, 0) + "}"
    }
  }

  private static func space(_ random: inout SeededGenerator) -> String {
    ["", "", " ", "\n", "\r\n\t "].randomElement(using: &random) ?? ""
  }

  @Test(arguments: UInt64(1)...60)
  func everyWindowGivesWhatThePlainReaderGives(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<30 {
      let bytes = Self.document(&random)
      let difference = JSONAgreement.difference(bytes, steps: Self.steps)
      #expect(difference == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: UInt64(1)...50)
  func errorsStandWhereTheCursorPutsThem(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<60 {
      let bytes = Self.document(&random)
      guard bytes.contains(where: { $0 > 32 }) else { continue }
      var error: JSONSyntaxError?
      do throws(JSONSyntaxError) {
        _ = try JSONValue(parsing: bytes)
      } catch let caught {
        error = caught
      }
      // Of a second value the one reader tells the begin, the other the end.
      if error?.expected == .endOfText, error?.position != bytes.count { error = nil }
      let found = WindowedJSON(bytes, step: 9).error
      #expect(error == nil || found == error, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func linesAndLeadsAreThoseOfTheText() {
    let text = "[\n  {\"a\": 1},{\"a\":\n2}\n\n, {\"a\": \"\n\"}, 5]"
    for step in Self.steps {
      let read = WindowedJSON(Array(text.utf8), step: step)
      #expect(read.elements.map { "\($0.line):\($0.lead)" } == ["2:2", "2:11", "5:2", "6:4"])
    }
  }

  @Test func aDocumentWithoutAListIsOneRecord() {
    let text = " {\"a\": {\"b\": [1]}, \"c\": \"x\"}\n"
    for step in Self.steps {
      let read = WindowedJSON(Array(text.utf8), step: step, mode: .whole)
      #expect(read.texts == [["a: {\"b\":[#1]}", "c: \"x\""]])
      #expect(read.error == nil)
      #expect(WindowedJSON(Array(text.utf8), step: step).texts == [])
    }
  }

  @Test func listsOfAPIDescriptionsAndLinksAreFound() {
    let text = """
      {"responses": {"200": {"body": {"@odata.nextLink": "x", "value": [{"a": 1}]}}},
       "deep": {"value": [{"b": 2}]}, "@odata.nextLink": "y"}
      """
    for step in Self.steps {
      let read = WindowedJSON(Array(text.utf8), step: step)
      #expect(read.texts == [["a: #1"]])
      #expect(read.hasNextLink)
    }
  }

  @Test func depthIsLimitedAndDeepRecordsAreRead() {
    for depth in [1, 63, 64, 65, 200, 505] {
      let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let text = "[{\"a\": \(nested), \"b\": \(nested)}]"
      for step in [1, 16, 100_000] {
        let read = WindowedJSON(Array(text.utf8), step: step)
        #expect(read.elements.count == 1)
        #expect(read.elements.first?.members.count == 2)
      }
    }
    let deep = "[{\"a\": " + String(repeating: "[", count: 600)
    #expect(WindowedJSON(Array(deep.utf8), step: 7).error?.expected == .lessDepth)
  }

  @Test func keysThatComeTwiceAreTold() {
    let keys = (0..<80).map { "\"k\($0)\":\($0)" }
    for twice in [0, 5, 63, 64, 79] {
      let record = "{" + (keys + ["\"k\(twice)\":1"]).joined(separator: ",") + "}"
      let text = "[{\(keys.joined(separator: ","))},\(record),\(record)]"
      for step in [3, 100_000] {
        let read = WindowedJSON(Array(text.utf8), step: step)
        #expect(read.elements.map(\.repeated) == [nil, 80, 80])
      }
    }
    let escaped = WindowedJSON(Array(#"[{"ab":1,"a\u0062":2}]"#.utf8), step: 4)
    #expect(escaped.elements.map(\.repeated) == [1])
  }

  @Test func spaceThatAlwaysDiffersIsRead() {
    let text =
      "["
      + (1...2000).map { "{\"a\":\(String(repeating: " ", count: $0 * 7 % 5003))1}" }
      .joined(separator: ",") + "]"
    let read = WindowedJSON(Array(text.utf8), step: 1 << 16)
    #expect(read.elements.count == 2000)
    #expect(read.elements.allSatisfy { $0.members == ["a: #1"] })
  }
}
