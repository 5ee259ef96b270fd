import Liquid
import Synchronization
import TemplateData
import Testing

/// A renderer that makes page after page makes the pages that the template makes.
struct TemplateRendererTests {
  private static let data = [
    #"{"page": {"title": "A & B", "n": 3, "rows": [["1", "<b>", 2], ["3"], []]}}"#,
    #"{"page": {"n": -4, "more": true, "title": "x", "rows": [{"a": "q"}, "text", null]}}"#,
    #"{"page": {"title": null, "rows": [["1", [1, "&"], {"k": "v"}, 1.50, "3"]]}}"#,
    #"{"page": "none"}"#, #"{"page": {"title": ["a", "b"], "rows": "r", "size": 7}}"#, #"{}"#,
  ]

  private static let template = """
    {% capture c %}[{{ page.title }}]{% endcapture %}{{ page.title }}, {{ page.n }}{{ page.size }} {{ c }}
    {% for r in page.rows %}<{{ r[0] }}|{{ r[1] }}|{{ r[2] }}|{{ r[3] }}|{{ r.a }}{{ r.size }}>
    {% endfor %}{% increment i %}{% assign t = page.n | plus: 1 %}{{ t }}{{ page.more }}{{ page.rows[0][1] }}
    {% render 'part', x: page %}{{ page.rows }}
    """

  private static func environment(_ escaping: Escaping) -> Environment {
    var environment = Environment(escaping: escaping)
    environment.partial = { _ in .source("{{ x.title }}{{ x.n }}/{{ x.rows.first }}") }
    return environment
  }

  @Test(arguments: [Escaping.none, .html, .markdownAndHTML])
  func pagesAreThoseOfTheTemplate(escaping: Escaping) throws {
    let template = try Template(
      parsing: Self.template, name: "page", in: Self.environment(escaping))
    var renderer = TemplateRenderer(template)
    for text in Self.data + Self.data.reversed() {
      guard case .record(let data) = try JSONValues.value(of: Array(text.utf8)) else { continue }
      var page = Array("begin ".utf8)
      try renderer.render(data, into: &page)
      let plain = try template.render(data.plain)
      #expect(String(decoding: page, as: UTF8.self) == "begin " + plain, "\(text)")
      #expect(try template.render(data) == plain)
      #expect(try template.render([:], globals: data) == template.render([:], globals: data.plain))
    }
  }

  @Test func anErrorLeavesTheBytesAndTheNextPageIsWhole() throws {
    let calls = Mutex(0)
    var environment = Environment(strictness: .strict)
    environment.partial = { _ in
      calls.withLock { $0 += 1 }
      return .source("({{ x.name }})")
    }
    let template = try Template(
      parsing: "{% capture c %}{% render 'part', x: x %}{% endcapture %}{{ c }}{% increment i %}",
      name: "page", in: environment)
    var renderer = TemplateRenderer(template)
    var page: [UInt8] = []
    try renderer.render(["x": ["name": "a"]], into: &page)
    try renderer.render(["x": ["name": "b"]], into: &page)
    #expect(calls.withLock { $0 } == 1)
    let error = #expect(throws: TemplateError.self) {
      try renderer.render(["x": ["nme": "c"]], into: &page)
    }
    #expect(error?.kind == .unknownProperty("name", suggestion: "nme"))
    try renderer.render(["x": ["name": "d"]], into: &page)
    #expect(String(decoding: page, as: UTF8.self) == "(a)0(b)0(d)0")
  }

  /// Steps and bytes are counted for rows and fields of a tree as for any others.
  @Test(arguments: 0...40)
  func limitsAreTheSame(limit: Int) throws {
    guard case .record(let data) = try JSONValues.value(of: Array(Self.data[0].utf8)) else {
      return
    }
    for isOfSteps in [true, false] {
      var environment = Self.environment(.html)
      if isOfSteps {
        environment.limits.steps = limit
      } else {
        environment.limits.outputBytes = limit
      }
      let template = try Template(parsing: Self.template, name: "page", in: environment)
      let errors = [data, data.plain].map { data in
        #expect(throws: TemplateError.self) { try template.render(data) }
      }
      #expect(errors[0] == errors[1])
    }
  }
}
