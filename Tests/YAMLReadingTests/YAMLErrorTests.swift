import Testing
import YAMLReading

struct YAMLErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let problem: YAMLError.Problem?
    var testDescription: String { text }

    init(_ text: String, _ line: Int, _ column: Int, _ problem: YAMLError.Problem? = nil) {
      self.text = text
      self.line = line
      self.column = column
      self.problem = problem
    }
  }

  @Test(arguments: [
    Case("a: 1\nb: &x 2\n", 2, 4, .anchorOrAlias("&x")),
    Case("a: &x [1]\n", 1, 4, .anchorOrAlias("&x")),
    Case("a: *x\n", 1, 4, .anchorOrAlias("*x")),
    Case("a: !!str 5\n", 1, 4, .tag("tag:yaml.org,2002:str")),
    Case("a: !secret {b: 1}\n", 1, 4, .tag("!secret")),
    Case(
      "a: 1\nb: 2\na: 3\n", 3, 1, .duplicateKey("a", first: YAMLPosition(line: 1, column: 1))),
    Case("x:\n  [1, 2]: 3\n", 2, 3, .keyIsNotText),
    Case("? {a: 1}\n: 2\n", 1, 3, .keyIsNotText),
    Case("a: 1\n---\nb: 2\n", 2, 1, .secondDocument),
    Case("a: \"open\nb: 2\n", 3, 1),
    Case("a: [1, 2\nb: 3\n", 2, 2),
    Case("a:\n\t- tab\n", 2, 1),
    Case("å: }\n", 1, 5),
    Case("a: b: c\n", 1, 5),
  ])
  func saysWhatAndWhere(_ example: Case) {
    let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: example.text) }
    #expect(error?.position == YAMLPosition(line: example.line, column: example.column))
    if let problem = example.problem {
      #expect(error?.problem == problem)
    } else if case .syntax(let words)? = error?.problem {
      #expect(!words.isEmpty)
    } else {
      Issue.record("not a syntax error: \(String(describing: error))")
    }
  }

  @Test func bytesThatAreNotUTF8() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLNode(parsing: Array("a: 1\nbé: ".utf8) + [0xE9, 0x0A])
    }
    #expect(error?.problem == .notUTF8)
    #expect(error?.position == YAMLPosition(line: 2, column: 6))
  }

  @Test func controlCharactersHaveTheirPlace() {
    let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: "a: 1\né: \u{1}\n") }
    #expect(error?.position == YAMLPosition(line: 2, column: 5))
  }

  @Test(arguments: [64, 65, 2_000])
  func depthIsLimited(depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    if depth <= YAMLNode.maximumDepth {
      #expect(throws: Never.self) { try YAMLNode(parsing: text) }
    } else {
      let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: text) }
      #expect(error?.problem == .tooDeep(limit: 64))
      #expect(error?.position == YAMLPosition(line: 1, column: 65))
    }
  }

  @Test func sentencesNameTheFacts() {
    let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: "a: 1\na: 2") }
    #expect(
      error?.description == "the key “a” stands here a second time (first in line 1)")
  }
}
