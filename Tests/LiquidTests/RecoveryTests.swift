import Liquid
import TestSupport
import Testing

/// One run finds every error of a template, and nothing that is wrong only because of another error.
struct RecoveryTests {
  /// A template, and its errors as `line:column message`.
  static let cases: [(String, [String])] = [
    (
      "{{ a b }}\n{% if a = 1 %}{{ c | }}{% endif %}\n{% assign = 2 %}{{ d }}",
      [
        "1:6 expected '|' or the end, found 'b'",
        "2:9 expected an operator, 'and', 'or' or the end, found '='",
        "2:22 expected the name of a filter, found the end",
        "3:11 expected the name of a variable, found '='",
      ]
    ),
    // A wrong head does not make a stray end of the block's own.
    ("{% for a on b %}{{ a }}{% else %}x{% endfor %}.", ["1:10 expected 'in', found 'on'"]),
    ("{% tablerow %}x{% endtablerow %}", ["1:13 expected the name of a variable, found the end"]),
    ("{% case %}{% when 1 %}x{% else %}y{% endcase %}", ["1:9 expected a value, found the end"]),
    ("{% case 1 %}{% when %}x{% when 2 %}{% endcase %}", ["1:21 expected a value, found the end"]),
    (
      "{% capture %}{{ x }}{% endcapture %}",
      ["1:12 expected the name of a variable, found the end"]
    ),
    (
      "{% unless %}{% elsif %}{% endunless %}",
      ["1:11 expected a value, found the end", "1:22 expected a value, found the end"]
    ),
    (
      "{% raw x %}{{ a b }}{% endraw %}{% ifchanged x %}{% endifchanged %}",
      ["1:8 expected the end, found 'x'", "1:46 expected the end, found 'x'"]
    ),
    // Misspelled tags take their ends and dividers with them.
    ("{% fro a in b %}{{ a }}{% endfor %}", ["1:4 unknown tag 'fro' (did you mean 'for'?)"]),
    (
      "{% iff a %}x{% else %}y{% endif %}{% if a %}{% endif %}",
      ["1:4 unknown tag 'iff' (did you mean 'if'?)"]
    ),
    (
      "{% if a %}{% iff b %}x{% endif %}{% endif %}",
      ["1:14 unknown tag 'iff' (did you mean 'if'?)"]
    ),
    (
      "{% rwa %}{{ a b }}{% if %}{% endraw %}{% comemnt %}{% if %}{% endcomment %}{{ c d }}",
      [
        "1:4 unknown tag 'rwa' (did you mean 'raw'?)",
        "1:42 unknown tag 'comemnt' (did you mean 'comment'?)",
        "1:81 expected '|' or the end, found 'd'",
      ]
    ),
    (
      "{% rwa %}{{ a b }}{% endrwa %}",
      ["1:4 unknown tag 'rwa' (did you mean 'raw'?)", "1:15 expected '|' or the end, found 'b'"]
    ),
    ("{% section a %}x{% endsection %}", ["1:4 unknown tag 'section'"]),
    (
      "{% for a in b %}x{% endfro %}{{ c d }}",
      [
        "1:21 unknown tag 'endfro' (did you mean 'endfor'?)",
        "1:35 expected '|' or the end, found 'd'",
      ]
    ),
    // Blocks that are closed in the wrong order, or not at all.
    (
      "{% for a in b %}{% if a %}x{% endfor %}{{ c d }}",
      [
        "1:31 'endfor' inside 'if', which ends with 'endif'",
        "1:45 expected '|' or the end, found 'd'",
      ]
    ),
    (
      "{% for a in b %}{% if a %}{% capture x %}{% endfor %}",
      ["1:45 'endfor' inside 'capture', which ends with 'endcapture'"]
    ),
    ("{% for a in b %}{% endif %}", ["1:20 'endif' inside 'for', which ends with 'endfor'"]),
    (
      "{% endif %}{% else %}{% endcase %}",
      [
        "1:4 'endif' without a block that it could belong to",
        "1:15 'else' without a block that it could belong to",
        "1:25 'endcase' without a block that it could belong to",
      ]
    ),
    ("{% if a %}\n{% for b in c %}\n{% endfor %}", ["1:4 'if' is not closed by 'endif'"]),
    (
      "{% if a %}{% for b in c %}",
      ["1:4 'if' is not closed by 'endif'", "1:14 'for' is not closed by 'endfor'"]
    ),
    ("{% if a %}{% comment %}{% endif %}", ["1:14 'comment' is not closed by 'endcomment'"]),
    // What has no end of its own does not swallow what follows.
    (
      "{{ a\n{% if b %}{% endif %}{{ c d }}",
      ["2:1 unexpected character '{'", "2:27 expected '|' or the end, found 'd'"]
    ),
    (
      "{{ a\n{% if b c %}{% endif %}{{",
      [
        "1:1 '{{' is not closed by '}}'",
        "2:9 expected an operator, 'and', 'or' or the end, found 'c'",
      ]
    ),
    (
      "{% if a }}x{% endif %}{{ b c }}",
      ["1:9 unexpected character '}'", "1:28 expected '|' or the end, found 'c'"]
    ),
    ("{% if a %}x{% endif", ["1:12 '{%' is not closed by '%}'"]),
    (
      "{{ 'a }}{{ b c }}",
      ["1:4 text without a closing quote", "1:14 expected '|' or the end, found 'c'"]
    ),
    (
      "{{ x | nosuch: '{{' }}{{ b c }}",
      ["1:8 unknown filter 'nosuch'", "1:28 expected '|' or the end, found 'c'"]
    ),
    (
      "{% liquid\n  if a b\n  echo c d\n  endif\n  for x in\n%}{% endfor %}",
      [
        "2:8 expected an operator, 'and', 'or' or the end, found 'b'",
        "3:10 expected '|' or the end, found 'd'",
        "5:3 'for' is not closed by 'endfor'", "5:11 expected a value, found the end",
        "6:6 'endfor' without a block that it could belong to",
      ]
    ),
  ]

  private static func errors(_ text: String, _ environment: Environment) -> [TemplateError] {
    do throws(TemplateErrors) {
      _ = try Template(checking: text, name: "page.html", in: environment)
      return []
    } catch {
      return error.all
    }
  }

  @Test(arguments: cases)
  func oneRunFindsAll(template: String, errors: [String]) {
    let found = Self.errors(template, Environment(strictness: .strict))
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == errors, "\(template)")
  }

  @Test func errorsSayWhatToDo() throws {
    let error = try #require(Self.errors("<p>\n  {% if a = 1 %}{% endif %}", Environment()).first)
    #expect(
      error.description == """
        page.html:2:11: error: expected an operator, 'and', 'or' or the end, found '='
            2 |   {% if a = 1 %}{% endif %}
              |           ^
          help: write == to compare; = stands in {% assign %} only
        """)
  }

  @Test func thereIsAnEndToErrors() {
    for text in ["{{ a b }}\n", "{% for a on b %}", "{% endif %}", "{{ ", "{% if x }} "] {
      let found = Self.errors(String(repeating: text, count: 5000) + "}}", Environment())
      #expect(found.count <= TemplateErrors.limit, "\(text)")
    }
    let many = Self.errors(String(repeating: "{{ a b }}\n", count: 5000), Environment())
    #expect(many.count == TemplateErrors.limit)
    #expect(many.last?.kind == .tooManyErrors(limit: TemplateErrors.limit))
    #expect(many.last?.line == 100)
  }

  /// A template out of right parts with one wrong part put in has one error, at that part.
  @Test(arguments: UInt64(1)...60)
  func oneMistakeIsOneError(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var grammar = TemplateGrammar(seed: seed)
    for _ in 0..<20 {
      let before = grammar.template()
      let after = grammar.template()
      guard Self.errors(before + after, Environment()).isEmpty else { continue }
      let wrong = [
        "{{ a b }}", "{% assign %}", "{% for x on y %}z{% endfor %}", "{% nosuch %}",
        "{% if a = 1 %}z{% else %}y{% endif %}",
      ]
      .randomElement(using: &random)
      let text = before + "\n{% if a %}" + (wrong ?? "") + "{% endif %}\n" + after
      let found = Self.errors(text, Environment())
      let line = before.count { $0 == "\n" } + 2
      #expect(found.map(\.line) == [line], "\(text)")
    }
  }
}
