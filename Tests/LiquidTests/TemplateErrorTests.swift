import Liquid
import Testing

/// Every error has line, column and excerpt, and says what was probably meant.
struct TemplateErrorTests {
  @Test func theTextLooksAsCompilersPrintIt() throws {
    let error = try #require(
      liquidError("<ul>\n{% assign a = 1 %}\n\t<li>é {% fro row in rows %}\n"))
    #expect(
      error.description == """
        page.html:3:12: error: unknown tag 'fro' (did you mean 'for'?)
            3 | \t<li>é {% fro row in rows %}
              | \t         ^^^
        """)
    #expect(error.kind == .unknownTag("fro", suggestion: "for"))
  }

  @Test func longLinesAndWordsAreCut() throws {
    let long = String(repeating: "é ", count: 10_000)
    let error = try #require(liquidError("\(long){% fro %}\(long)"))
    let lines = error.description.split(separator: "\n")
    #expect(lines[0] == "page.html:1:30004: error: unknown tag 'fro' (did you mean 'for'?)")
    #expect(lines.allSatisfy { $0.utf8.count < 450 })
    let (line, carets) = error.shown
    #expect(line.hasPrefix("…") && line.hasSuffix("…"))
    let before = try #require(line.firstRange(of: "fro")).lowerBound
    #expect(carets == String(repeating: " ", count: line[..<before].count) + "^^^")
    let word = try #require(liquidError("{% " + String(repeating: "{%-", count: 9000) + "-%}"))
    #expect(word.message.utf8.count < 200)
    #expect(word.message.hasSuffix("…'"))
  }

  /// Template, line, column and message.
  static let cases: [(String, Int, Int, String)] = [
    ("{% unknown %}", 1, 4, "unknown tag 'unknown'"),
    ("a\r\nb{% endif %}", 2, 5, "'endif' without a block that it could belong to"),
    ("{% for a in b %}{% endif %}", 1, 20, "'endif' inside 'for', which ends with 'endfor'"),
    ("{% capture a %}{% else %}", 1, 19, "'else' inside 'capture', which ends with 'endcapture'"),
    ("x\n\n  {% if a %}", 3, 6, "'if' is not closed by 'endif'"),
    ("{% comment %}{% comment %}{% endcomment %}", 1, 4, "'comment' is not closed by 'endcomment'"),
    ("{% raw %}{% endraw", 1, 4, "'raw' is not closed by 'endraw'"),
    ("{{ a", 1, 1, "'{{' is not closed by '}}'"),
    ("a {% if", 1, 3, "'{%' is not closed by '%}'"),
    ("{{ 'a }}", 1, 4, "text without a closing quote"),
    ("{{ a b }}", 1, 6, "expected '|' or the end, found 'b'"),
    ("{{ a | upcase b }}", 1, 15, "expected ',', '|' or the end, found 'b'"),
    ("{{ a | }}", 1, 8, "expected the name of a filter, found the end"),
    ("{{ a[1 }}", 1, 8, "expected ']', found the end"),
    ("{{ (1..2 }}", 1, 10, "expected ')', found the end"),
    ("{{ a. }}", 1, 7, "expected a name, found the end"),
    ("{{ é }}", 1, 4, "unexpected character 'é'"),
    ("{{ 12345678901234567890 }}", 1, 4, "the number 12345678901234567890 is out of range"),
    ("{{ 1.1234567890123456789 }}", 1, 4, "the number 1.1234567890123456789 is out of range"),
    ("{% if a = b %}{% endif %}", 1, 9, "expected an operator, 'and', 'or' or the end, found '='"),
    ("{% assign = 1 %}", 1, 11, "expected the name of a variable, found '='"),
    ("{% for a on b %}{% endfor %}", 1, 10, "expected 'in', found 'on'"),
    (
      "{% for a in b limt: 2 %}{% endfor %}", 1, 15,
      "'for' takes no argument 'limt' (did you mean 'limit'?)"
    ),
    ("{{ a | upcase: 1 }}", 1, 8, "'upcase' takes no argument, not 1"),
    ("{{ a | replace }}", 1, 8, "'replace' takes 1 to 2 arguments, not 0"),
    ("{{ a | plus: 1, 2 }}", 1, 8, "'plus' takes 1 argument, not 2"),
    (
      "{{ a | default: 1, allow_flase: 2 }}", 1, 20,
      "'default' takes no argument 'allow_flase' (did you mean 'allow_false'?)"
    ),
    ("{{ 1 | divided_by: 0 }}", 1, 8, "'divided_by': a number is divided by zero"),
    (
      "{% liquid\n  echo 1\n  echo 1 | modulo: 0 %}", 3, 12, "'modulo': a number is divided by zero"
    ),
    ("{% if 1 < 'a' %}{% endif %}", 1, 7, "'<': a number and text cannot be put in order"),
    ("{% render 'nosuch' %}", 1, 4, "there is no template 'nosuch'"),
    ("{% render name %}", 1, 11, "expected a template's name in quotes, found an expression"),
    ("{% # a\n b %}", 2, 2, "each line of this comment begins with '#'"),
    ("{%  %}", 1, 5, "expected the name of a tag, found the end"),
    (
      "{{ 'now' | date: '%Y' }}", 1, 12, "'date': 'now' and 'today' need a date, and none was given"
    ),
    ("{{ 'x' | slice: 'y' }}", 1, 10, "'slice': expected a whole number, found 'y'"),
  ]

  @Test(arguments: cases)
  func errorsHaveLineColumnAndMessage(
    template: String, line: Int, column: Int, message: String
  ) throws {
    let error = try #require(liquidError(template))
    #expect(error.message == message)
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.template == "page.html")
    let lines = template.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.count >= line && lines[line - 1].starts(with: error.excerpt.utf8))
  }

  @Test func errorsInPartialsNameThePartial() throws {
    var environment = Environment()
    environment.partial = { $0 == "row" ? .source("ok\n{{ 1 | divided_by: zero }}") : nil }
    let error = try #require(liquidError("{% render 'row', zero: 0 %}", in: environment))
    #expect(error.template == "row")
    #expect(error.line == 2)
    #expect(error.column == 8)
    environment.partial = { _ in .source("{{ a b }}") }
    let syntax = try #require(liquidError("x{% include 'row' %}", in: environment))
    #expect(syntax.template == "row")
    #expect(syntax.line == 1)
  }
}
