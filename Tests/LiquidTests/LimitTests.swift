import Liquid
import TestSupport
import Testing

/// Hostile templates and data end in an error with a place, not in a crash or a long wait.
struct LimitTests {
  @Test func stepsEnd() throws {
    var environment = Environment()
    environment.limits.steps = 1000
    let error = try #require(
      liquidError("a\n{% for i in (1..99999999999) %}{{ i }}{% endfor %}", in: environment))
    #expect(error.kind == .tooManySteps(limit: 1000))
    #expect(error.line == 2)
  }

  @Test func outputEnds() throws {
    var environment = Environment()
    environment.limits.outputBytes = 100
    let error = try #require(
      liquidError("{% for i in (1..99) %}\nabc{% endfor %}", in: environment))
    #expect(error.kind == .tooMuchOutput(limit: 100))
    #expect(error.line == 1)
    #expect(error.column == 23)
  }

  @Test(arguments: [
    "assign x = x | append: x", "assign x = x | replace: '', x", "assign x = x | prepend: x",
  ])
  func doublingTextEnds(step: String) throws {
    var environment = Environment()
    environment.limits.outputBytes = 100_000
    let text = "{% assign x = 'ab' %}{% for i in (1..99) %}{% \(step) %}{% endfor %}"
    let error = try #require(liquidError(text, in: environment))
    #expect(error.message.hasSuffix("the result is larger than the limit of 100000"))
  }

  @Test func doublingListsEnds() throws {
    var environment = Environment()
    environment.limits.steps = 100_000
    let text =
      "{% assign x = 'a b' | split: ' ' %}{% for i in (1..99) %}{% assign x = x | concat: x %}{% endfor %}"
    #expect(liquidError(text, in: environment)?.kind == .tooManySteps(limit: 100_000))
  }

  @Test(arguments: [
    "{% if l contains 0 %}{% endif %}", "{% if l == l %}{% endif %}", "{{ l }}",
    "{% case l %}{% when l %}{% endcase %}", "{% if t contains 'x' %}{% endif %}",
    "{% assign u = t | replace: 'a', 'b' %}",
  ])
  func goingThroughLongValuesIsWork(step: String) throws {
    var environment = Environment()
    environment.limits.steps = 100_000
    let context: Record = [
      "l": .list(Array(repeating: 1, count: 5000)),
      "t": .text(String(repeating: "a", count: 1_000_000)),
    ]
    let text = "{% for i in (1..99) %}\n\(step){% endfor %}"
    let error = try #require(liquidError(text, context, in: environment))
    #expect(error.kind == .tooManySteps(limit: 100_000))
    #expect(error.line == 2)
    // A check that is done at once costs nothing.
    let check = "{% for i in (1..999) %}{% if l == empty or l.size == 0 %}{% endif %}{% endfor %}"
    #expect(try liquid(check, context, in: environment) == "")
  }

  @Test func rangesAreNeverWrittenOutWithoutLimit() throws {
    #expect(
      try liquid("{{ (1..9999999999) | size }}{{ (1..9999999999) | last }}")
        == "99999999999999999999"
    )
    #expect(liquidError("{{ (1..9999999999) | join }}") != nil)
    #expect(
      try liquid("{% for i in (1..9223372036854775807) limit: 2 offset: 5 %}{{ i }}{% endfor %}")
        == "67")
  }

  @Test(arguments: ["if true", "for i in (1..2)", "capture x", "unless false", "case 1"])
  func deepBlocksAreRefused(tag: String) throws {
    let name = tag.split(separator: " ")[0]
    let text =
      String(repeating: "{% \(tag) %}", count: 5000)
      + String(repeating: "{% end\(name) %}", count: 5000)
    #expect(liquidError(text)?.kind == .nestedTooDeep(limit: 100))
  }

  @Test func deepExpressionsAreRefused() throws {
    let brackets = String(repeating: "a[", count: 50_000)
    #expect(liquidError("{{ \(brackets) }}")?.kind == .nestedTooDeep(limit: 100))
    let ranges = String(repeating: "(1..", count: 50_000)
    #expect(liquidError("{{ \(ranges) }}")?.kind == .nestedTooDeep(limit: 100))
  }

  @Test func partialsThatCallThemselvesAreRefused() throws {
    for tag in ["render", "include"] {
      var environment = Environment()
      environment.partial = { _ in .source("x\n {% if true %}{% \(tag) 'self' %}{% endif %}") }
      let error = try #require(liquidError("{% \(tag) 'self' %}", in: environment))
      #expect(error.kind == .nestedTooDeep(limit: 100))
      #expect(error.template == "self")
      #expect(error.line == 2)
    }
  }

  @Test func longChainsAreNoDeepNests() throws {
    let filters = String(repeating: " | append: 'a'", count: 2000)
    #expect(try liquid("{{ ''\(filters) | size }}") == "2000")
    let tests = String(repeating: " or false", count: 20_000)
    #expect(try liquid("{% if false\(tests) %}T{% else %}F{% endif %}") == "F")
    let branches = String(repeating: "{% elsif false %}", count: 5000)
    #expect(try liquid("{% if false %}\(branches){% else %}x{% endif %}") == "x")
  }

  @Test func deepDataIsRefusedWhereItIsWalked() throws {
    var value = Value.list([1])
    for _ in 0..<500 { value = .list([value]) }
    let context: Record = ["deep": value]
    for text in [
      "{{ deep }}", "{{ deep | json }}", "{{ deep | join }}", "{% if deep == deep %}{% endif %}",
    ] {
      let error = try #require(liquidError(text, context))
      #expect(error.message.hasSuffix("values are nested deeper than 64"))
    }
    #expect(try liquid("{{ deep.size }}{{ deep[0].size }}", context) == "11")
  }

  @Test func hostileTextTakesLinearTime() throws {
    let marks = String(repeating: "<script", count: 20_000)
    #expect(try liquid("{{ v | strip_html | size }}", ["v": .text(marks)]) == "140000")
    let pattern = String(repeating: "a", count: 20_000)
    let text = String(repeating: pattern, count: 10) + "b"
    #expect(
      try liquid("{{ v | replace: p, 'x' }}", ["v": .text(text), "p": .text(pattern + "b")])
        == String(repeating: pattern, count: 9) + "x")
    let comments = "{% comment %}" + String(repeating: "{% endraw {% x ", count: 20_000)
    #expect(liquidError(comments) != nil)
    for name in ["raw", "comment", "doc"] {
      let ends = "{% \(name) %}" + String(repeating: "{% end\(name) ", count: 50_000)
      #expect(liquidError(ends)?.kind == .unclosedBlock(name, expected: "end" + name))
    }
  }

  /// Pieces that templates are made of, put together at random.
  private static let pieces = [
    "{{ ", " }}", "{% ", " %}", "{{-", "-%}", "if a", "endif", "for x in list", "endfor", "x",
    "a.b",
    "[", "]", "'", "\"", " | ", "upcase", "split: ','", ": 1", ", ", "(1..3)", "case a", "when 1",
    "else",
    "endcase", "raw", "endraw", "comment", "endcomment", "liquid\n", "\n", "é", "\u{1F600}",
    "assign x = ",
    "capture y", "endcapture", " == ", "contains", "nil", "1.5", "-3", "#", "render 'p'",
    "cycle 1, 2", "}", "{",
    "tablerow x in list", "endtablerow", "elsif", "unless x", "endunless", "sort", "sum", "json",
    "date: '%Y'",
  ]

  @Test(arguments: UInt64(1)...300)
  func randomTemplatesRenderOrFailWithAPlace(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var environment = Environment(escaping: seed % 2 == 0 ? .html : .markdownAndHTML)
    environment.limits.steps = 10_000
    environment.partial = { _ in .source("{{ p }}") }
    for _ in 0..<20 {
      let count = Int.random(in: 1...30, using: &random)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      do throws(TemplateError) {
        let template = try Template(parsing: text, name: "page.html", in: environment)
        let context: Record = ["a": ["b": 1], "list": ["<", 2, nil]]
        let first = try template.render(context)
        #expect(try template.render(context) == first)
      } catch {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(error.template == "p" || (1...lines.count).contains(error.line), "\(text)")
        #expect(error.template == "p" || error.column <= error.excerpt.utf8.count + 1, "\(text)")
      }
    }
  }
}
