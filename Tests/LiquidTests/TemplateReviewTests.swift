import Liquid
import Testing

/// What a template refers to, found without rendering it.
struct TemplateReviewTests {
  private static let row = ValueShape.record(["name": .plain, "cost": .plain])
  private static let globals: [String: ValueShape] = [
    "report": .record(["rows": .list(row), "count": .plain]), "title": .plain, "open": .unknown,
  ]

  private static func review(
    _ template: String, _ globals: [String: ValueShape]? = globals
  ) throws -> TemplateReview {
    try Template(parsing: template, name: "page.html").review(globals: globals)
  }

  /// Templates, and what is unknown in them.
  @Test(arguments: [
    ("{{ titel }}", ["1:4 unknown variable 'titel' (did you mean 'title'?)"]),
    ("{{ report.cuont }}", ["1:11 unknown property 'cuont' (did you mean 'count'?)"]),
    (
      "{% for r in report.rows %}{{ r.nmae }}{% endfor %}",
      ["1:32 unknown property 'nmae' (did you mean 'name'?)"]
    ),
    ("{{ report.rows[0].nmae }}", ["1:19 unknown property 'nmae' (did you mean 'name'?)"]),
    ("{{ report.rows.first.nmae }}", ["1:22 unknown property 'nmae' (did you mean 'name'?)"]),
    (
      "{% assign a = report.rows | sort: 'name' %}{% for r in a %}{{ r.x }}{% endfor %}",
      ["1:65 unknown property 'x'"]
    ),
    (
      "{% if reprot and title == tilte %}{% endif %}",
      [
        "1:7 unknown variable 'reprot' (did you mean 'report'?)",
        "1:27 unknown variable 'tilte' (did you mean 'title'?)",
      ]
    ),
    (
      "{% case x %}{% when y %}{% endcase %}",
      ["1:9 unknown variable 'x'", "1:21 unknown variable 'y'"]
    ),
    (
      "{% for i in (1..n) limit: m %}{% endfor %}",
      ["1:17 unknown variable 'n'", "1:27 unknown variable 'm'"]
    ),
    (
      "{% tablerow r in report.rows cols: c %}{{ r.x }}{% endtablerow %}",
      [
        "1:36 unknown variable 'c'", "1:45 unknown property 'x'",
      ]
    ),
    (
      "{% for r in report.rows %}{{ forloop.idnex }}{% endfor %}{{ r }}",
      [
        "1:38 unknown property 'idnex' (did you mean 'index'?)", "1:61 unknown variable 'r'",
      ]
    ),
    (
      "{{ title | append: x }}{% cycle y, 'b' %}",
      ["1:20 unknown variable 'x'", "1:33 unknown variable 'y'"]
    ),
    (
      "{{ title.mony }}{{ report.rows.name }}",
      [
        "1:10 unknown property 'mony'", "1:32 unknown property 'name'",
      ]
    ),
    (
      "a\n{% liquid\n  assign b = titel\n  echo b.x\n%}",
      ["3:14 unknown variable 'titel' (did you mean 'title'?)"]
    ),
    ("{{ x.y.z[w] }}", ["1:10 unknown variable 'w'", "1:4 unknown variable 'x'"]),
  ])
  func unknownNamesAreFoundInEveryBranch(template: String, expected: [String]) throws {
    let problems = try Self.review(template).problems
    #expect(problems.map { "\($0.line):\($0.column) \($0.message)" } == expected)
  }

  /// Templates in which nothing is wrong, or nothing is known.
  @Test(arguments: [
    "{{ open.a.b[0].c }}{% for x in open %}{{ x.y }}{% endfor %}",
    "{{ x | default: title }}{{ report.x | default: 1 }}", "{{ report['x'] }}{{ report[title].y }}",
    "{% assign a = 1 %}{{ a }}{% capture b %}{{ a }}{% endcapture %}{{ b.size }}",
    "{% if title %}{% assign a = report %}{% else %}{% assign a = title %}{% endif %}{{ a.x }}",
    "{% increment n %}{{ n }}", "{% for p in report %}{{ p[0] }}{{ p.last }}{% endfor %}",
    "{{ report.rows.size }}{{ report.size }}{{ title.amount }}{{ title.year }}",
    "{% include 'setup' %}{{ made_there }}",
    "{% for r in report.rows %}{{ forloop.parentloop.x }}{% endfor %}",
    "{{ report.rows | map: 'x' | first }}",
    "{% raw %}{{ x }}{% endraw %}{% comment %}{{ x }}{% endcomment %}",
  ])
  func whatIsDefinedOrNotKnownIsNoProblem(template: String) throws {
    #expect(try Self.review(template).problems.map(\.message) == [])
  }

  @Test func withoutGlobalsNoVariableIsJudged() throws {
    let review = try Self.review("{{ a.b }}{% render 'x' %}{{ 'k' | upcase }}", nil)
    #expect(review.problems.isEmpty)
    #expect(review.partials.map(\.name) == ["x"])
    #expect(review.calls.map(\.name) == ["upcase"])
  }

  @Test func partialsComeWithWhatTheyAreGiven() throws {
    let review = try Self.review(
      """
      {% assign a = 1 %}{% render 'p/x', row: report.rows[0], n: 3 %}
      {% render 'p/y' for report.rows as row %}{% include 'p/z' with title %}{% include title %}
      """)
    #expect(review.partials.map(\.name) == ["p/x", "p/y", "p/z", nil])
    #expect(review.partials[0].variables == ["row": Self.row, "n": .plain])
    #expect(review.partials[1].variables["row"] == Self.row)
    #expect(review.partials[1].variables["forloop"] != nil)
    #expect(review.partials[2].variables == ["a": .plain, "z": .plain])
    let error = review.partials[1].place.error(.unknownPartial("p/y"))
    #expect("\(error.line):\(error.column):\(error.length)" == "2:11:5")
  }

  @Test func callsComeWithTheTextsInTheTemplate() throws {
    let review = try Self.review("{{ 'key' | upcase | append: 'x', }}".replacing(", }", with: " }"))
    let calls = review.calls
    #expect(calls.map(\.name) == ["upcase", "append"])
    #expect(calls.map { $0.input?.text } == ["key", nil])
    #expect(calls[1].positional.map(\.text) == ["x"])
    #expect(calls[1].positional[0].place.error(.unclosedQuote).column == 29)
    #expect(calls[0].input?.place.error(.unclosedQuote).column == 4)
  }
}
