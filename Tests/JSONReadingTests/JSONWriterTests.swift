import JSONReading
import Testing

@Suite struct JSONWriterTests {
  @Test func keysStandInTheOrderOfTheCalls() {
    var json = JSONWriter()
    json.object { json in
      json.field("zulu", "z")
      json.field("alpha", 1)
      json.field("flag", true)
      json.field("nothing", String?.none)
      json.field("words", ["a", "b"])
    }
    #expect(
      json.text == #"{"zulu":"z","alpha":1,"flag":true,"nothing":null,"words":["a","b"]}"# + "\n")
  }

  @Test func linesBreakDownToTheLevelAskedFor() {
    var json = JSONWriter(breakingLines: 2)
    json.object { json in
      json.field("report", "apps")
      json.key("rows")
      json.array { json in
        for number in 1...2 {
          json.object { json in json.field("n", number) }
        }
      }
      json.key("totals")
      json.array { _ in }
    }
    #expect(
      json.text == """
        {
          "report": "apps",
          "rows": [
            {"n":1},
            {"n":2}
          ],
          "totals": []
        }

        """)
  }

  struct Escape: Sendable, CustomTestStringConvertible {
    let text: String
    let json: String
    var testDescription: String { json }
  }

  @Test(arguments: [
    Escape(text: "a\"b\\c/d", json: #"a\"b\\c/d"#),
    Escape(text: "\u{8}\t\n\u{C}\r", json: #"\b\t\n\f\r"#),
    Escape(text: "\u{0}\u{1F}\u{7F}\u{1B}[31m", json: #"\u0000\u001f\u007f\u001b[31m"#),
    Escape(text: "\u{85}\u{9F}\u{A0}é", json: "\\u0085\\u009f\u{A0}é"),
    Escape(
      text: "\u{2027}\u{2028}\u{2029}\u{202E}\u{202F}",
      json: "\u{2027}\\u2028\\u2029\\u202e\u{202F}"),
    Escape(text: "\u{61C}\u{200E}\u{2066}\u{FEFF}", json: #"\u061c\u200e\u2066\ufeff"#),
    Escape(text: "王 Łukasz 🎉 \u{FFFD}", json: "王 Łukasz 🎉 \u{FFFD}"),
    Escape(text: "", json: ""),
  ])
  func stringsAreEscaped(_ escape: Escape) {
    var json = JSONWriter()
    json.string(escape.text)
    #expect(json.text == "\"" + escape.json + "\"\n")
  }

  @Test func numbersAreWrittenDigitForDigit() {
    var json = JSONWriter()
    json.array { json in
      json.number(Int.min)
      json.number(digits: "0.8333")
      json.number(digits: "-12.50")
      json.number(digits: "1e+3")
    }
    #expect(json.text == "[-9223372036854775808,0.8333,-12.50,1e+3]\n")
  }

  @Test func takenBytesAreNotWrittenAgain() {
    var json = JSONWriter()
    var bytes: [UInt8] = []
    json.array { json in
      for number in 0..<3 {
        json.number(number)
        bytes += json.takeBytes()
      }
    }
    bytes += json.takeBytes()
    #expect(String(decoding: bytes, as: UTF8.self) == "[0,1,2]\n")
  }

  @Test func severalOutermostValuesAreLines() {
    var json = JSONWriter()
    json.object { json in json.field("a", 1) }
    json.object { _ in }
    #expect(json.text == "{\"a\":1}\n{}\n")
  }

  @Test func aNumberThatIsNoneStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.number(digits: "1.")
    }
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.number(digits: "01")
    }
  }

  @Test func aValueWithoutItsKeyStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var json = JSONWriter()
      json.object { json in json.number(1) }
    }
  }
}
