import JSONReading
import Testing

struct JSONTests {
  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "[01]", "[1.]", "[\"\\x\"]", "nul", "\"a", "[1 2]",
    "{,}", "[-]", "{\"a\":1,}", "1 2", "[\"\\u12\"]", "{1:2}",
  ])
  func isNoJSON(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func readsEveryKindOfValue() throws {
    let text =
      #" {"a": [1, -2.50, 1e3, true, false, null], "b": {"c": "x\n\u00e9\ud83d\ude00\/"}} "#
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(
      value["a"]?.elements == [
        .number("1"), .number("-2.50"), .number("1e3"), .flag(true), .flag(false), .null,
      ])
    #expect(value["b"]?["c"]?.text == "x\né😀/")
  }

  @Test func aLoneSurrogateIsReplaced() throws {
    let value = try JSONValue(parsing: Array(#""\ud83dx""#.utf8))
    #expect(value.text == "\u{FFFD}x")
  }

  @Test func deepNestingIsAnErrorNotACrash() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONSyntaxError(position: 512, expected: .lessDepth)) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }

  @Test func valuesMayFollowEachOther() throws {
    let bytes = Array("{\"a\":1}\n{\"a\":2}\n".utf8)
    var cursor = JSONCursor()
    var numbers = 0
    while true {
      let token = try cursor.next(bytes.span)
      if token == .end { break }
      if case .number = token { numbers += 1 }
    }
    #expect(numbers == 2)
  }
}
