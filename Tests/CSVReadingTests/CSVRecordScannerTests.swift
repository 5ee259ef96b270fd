import CSVReading
import ReadingProperties
import Testing

struct CSVRecordScannerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let records: [[String]?]

    init(_ description: String, _ text: String, _ records: [[String]?]) {
      testDescription = description
      self.text = text
      self.records = records
    }
  }

  @Test(arguments: [
    Case("plain rows", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("CRLF and a missing last break", "a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    Case("quotes and doubled quotes", "a\n\"x \"\"y\"\" z\"\n", [["a"], ["x \"y\" z"]]),
    Case("an embedded line break", "a,b\n\"1\n2\",3\n", [["a", "b"], ["1\n2", "3"]]),
    Case("empty fields", "a,b,c\n,,\n", [["a", "b", "c"], ["", "", ""]]),
    Case("an empty quoted field is a record", "a\n\"\"\n\n", [["a"], [""]]),
    Case("a lone CR is data", "a\nx\ry\n", [["a"], ["x\ry"]]),
    Case("a quote inside a plain field is data", "a\n5\" disk\n", [["a"], ["5\" disk"]]),
    Case("an unclosed quote costs its line", "a,b\n\"1,2\n3,4\n", [["a", "b"], nil, ["3", "4"]]),
    Case(
      "a stray quote that swallows a line costs its line",
      "a,b\n\"1,2\n3,\"4\"\n5,6\n", [["a", "b"], nil, ["3", "4"], ["5", "6"]]),
    Case(
      "text after a closing quote costs its line", "a,b\n\"1\"x,2\n3,4\n",
      [["a", "b"], nil, ["3", "4"]]),
    Case(
      "a swallowed line with the wrong number of fields is given back",
      "a,b\n1,\"2\n3,4\n\",5\n6,7\n", [["a", "b"], nil, ["3", "4"], nil, ["6", "7"]]),
    Case("nothing", "", []),
    Case("only empty lines", "\n\r\n\n", []),
  ])
  func reads(_ item: Case) {
    let records = CSVAgreement.fastRecords(
      of: Array(item.text.utf8), delimiter: UInt8(ascii: ","), window: 4096, limit: 1 << 24)
    let texts = records.map { $0.fields?.map { String(decoding: $0, as: UTF8.self) } }
    #expect(texts == item.records)
  }

  @Test func evidenceDecidesTheDelimiter() {
    func decided(_ text: String) -> UInt8? {
      let bytes = Array(text.utf8)
      return DelimiterEvidence.decide(DelimiterEvidence.gather(bytes.span, isWhole: true))
    }
    #expect(decided("a;b\n1,5;2\n3;4,0\n") == UInt8(ascii: ";"))
    #expect(decided("a\tb\n1\t2\n") == UInt8(ascii: "\t"))
    #expect(decided("a\n1\n") == UInt8(ascii: ","))
    #expect(decided("a,b;c\n1,2;3\n") == nil)
  }
}

struct TextEncodingTests {
  @Test func windows1252BecomesUTF8() {
    let bytes: [UInt8] = [0x96, 0xE9, 0x80, 0x41]
    var text: [UInt8] = []
    TextBytes.appendWindows1252(bytes.span, in: 0..<4, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "–é€A")
  }

  @Test(
    arguments: [
      ([0xC3, 0xA9], nil), ([0x41, 0xE9], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x82], 0), ([0xF0, 0x9F, 0x98, 0x80], nil),
    ] as [([UInt8], Int?)])
  func invalidBytesAreFound(bytes: [UInt8], place: Int?) {
    #expect(TextBytes.firstInvalid(bytes.span, in: 0..<bytes.count) == place)
  }
}
