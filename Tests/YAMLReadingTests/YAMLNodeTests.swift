import Testing
import YAMLReading

struct YAMLNodeTests {
  @Test func readsScalarsListsAndMappingsInOrder() throws {
    let node = try YAMLNode(
      parsing: """
        # comment
        site:
          title: "Contoso, \\"Nord\\""
          rows_per_page: 100
        expect: [subscriptions, invoices]
        inputs:
          - path: exports
          - path: 'more'
        """)
    #expect(node.entries?.map(\.key) == ["site", "expect", "inputs"])
    #expect(node["site"]?["title"]?.content == .scalar("Contoso, \"Nord\"", .quoted))
    #expect(node["site"]?["rows_per_page"]?.content == .scalar("100", .plain))
    #expect(node["expect"]?.elements?.map(\.text) == ["subscriptions", "invoices"])
    #expect(node["inputs"]?.elements?.map { $0["path"]?.text } == ["exports", "more"])
  }

  @Test func positionsCountLinesAndBytesFromOne() throws {
    let node = try YAMLNode(parsing: "\u{FEFF}å: 1\r\nlist:\n  - ö: é\n    次: x # ü\n  - 'z'\n")
    #expect(node["å"]?.position == YAMLPosition(line: 1, column: 5))
    #expect(node.entries?[1].position == YAMLPosition(line: 2, column: 1))
    let list = try #require(node["list"]?.elements)
    #expect(list[0]["ö"]?.position == YAMLPosition(line: 3, column: 9))
    #expect(list[0].entries?[1].position == YAMLPosition(line: 4, column: 5))
    #expect(list[0]["次"]?.position == YAMLPosition(line: 4, column: 10))
    #expect(list[1].position == YAMLPosition(line: 5, column: 5))
  }

  @Test func positionsHoldInLongTexts() throws {
    let lines = (1...500).map { "ключ\($0): значение\($0)" }
    let node = try YAMLNode(parsing: lines.joined(separator: "\n"), firstLine: 3)
    let entries = try #require(node.entries)
    for (index, entry) in entries.enumerated() {
      #expect(entry.position == YAMLPosition(line: index + 3, column: 1))
      let column = "ключ\(index + 1): ".utf8.count + 1
      #expect(entry.value.position == YAMLPosition(line: index + 3, column: column))
    }
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n# nothing\n...", "\u{FEFF}"])
  func emptyDocumentIsAnEmptyMapping(text: String) throws {
    let node = try YAMLNode(parsing: text)
    #expect(node.entries?.isEmpty == true)
  }

  @Test func nothingAndTextAreToldApart() throws {
    let node = try YAMLNode(parsing: "a: null\nb: 'null'\nc:\nd: ~\ne: ''\nf: no")
    #expect(node["a"]?.isNull == true)
    #expect(node["b"]?.isNull == false)
    #expect(node["c"]?.isNull == true)
    #expect(node["d"]?.isNull == true)
    #expect(node["e"]?.isNull == false)
    #expect(node["f"]?.text == "no")
  }

  @Test func blocksKeepTheirText() throws {
    let node = try YAMLNode(parsing: "a: |\n  one\n  two\nb: >-\n  one\n  two\nc: \"x\\0y\"\n")
    #expect(node["a"]?.text == "one\ntwo\n")
    #expect(node["b"]?.text == "one two")
    #expect(node["c"]?.text == "x\u{0}y")
  }
}
