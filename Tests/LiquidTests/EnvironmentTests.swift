import CalendarDates
import ExactNumbers
import Liquid
import Testing

/// What a program registers, and strictness.
struct EnvironmentTests {
  @Test func aProgramAddsAndReplacesFilters() throws {
    var environment = Environment()
    environment.filters["initials"] = Filter { value, _ in
      guard case .text(let name) = value else { return value }
      return .text(String(name.split(separator: " ").compactMap(\.first)))
    }
    environment.filters["t"] = Filter(0...1, named: ["name"]) { value, arguments throws(Problem) in
      guard case .text(let key) = value else { throw .wrongKind("no key", expected: "text") }
      guard case .text(let name)? = arguments["name"] else { throw .other("\(key) needs a name") }
      return .markup("<b>\(name)</b>")
    }
    environment.escaping = .html
    #expect(try liquid("{{ 'Ada Lovelace' | initials }}", in: environment) == "AL")
    #expect(try liquid("{{ 'hi' | t: name: 'x' }}", in: environment) == "<b>x</b>")
    let missing = try #require(liquidError("{{ 'hi' | t }}", in: environment))
    #expect(missing.message == "'t': hi needs a name")
    let unknown = try #require(liquidError("{{ 'hi' | t: nmae: 1 }}", in: environment))
    #expect(unknown.message == "'t' takes no argument 'nmae' (did you mean 'name'?)")
    #expect(try liquid("{{ 'Ada Lovelace' | initials }}") == "Ada Lovelace")
  }

  @Test func aProgramAddsTags() throws {
    var environment = Environment(escaping: .html)
    environment.tags["table"] = Tag(1...1, named: ["caption"]) { arguments, page throws(Problem) in
      guard case .record(let report) = arguments[0] else { throw .other("this is no report") }
      page.append(markup: "<table data-rows=\"\(report.count)\">")
      if case .text(let text)? = arguments["caption"] { page.append(text: text) }
      page.append(markup: "</table>")
    }
    let context: Record = ["report": ["a": 1, "b": 2]]
    #expect(
      try liquid("{% table report, caption: '<&' %}", context, in: environment)
        == "<table data-rows=\"2\">&lt;&amp;</table>")
    #expect(
      try liquid("{% liquid\n table report %}", context, in: environment)
        == "<table data-rows=\"2\"></table>")
    let messages = [
      ("{% table %}", "'table' takes 1 argument, not 0"),
      ("{% table report, title: 1 %}", "'table' takes no argument 'title'"),
      ("{% table report caption: 'x' %}", "expected the end, found 'caption'"),
      ("{% table 5 %}", "'table': this is no report"),
      ("{% tabel report %}", "unknown tag 'tabel' (did you mean 'table'?)"),
    ]
    for (template, message) in messages {
      #expect(liquidError(template, context, in: environment)?.message == message)
    }
  }

  @Test func strictTemplatesNameWhatIsUnknown() throws {
    let strict = Environment(strictness: .strict)
    let context: Record = ["product": ["name": "x", "cost": nil], "list": [1]]
    let messages = [
      ("{{ prodcut.name }}", "unknown variable 'prodcut' (did you mean 'product'?)"),
      ("{{ product.nmae }}", "unknown property 'nmae' (did you mean 'name'?)"),
      ("{% if x %}{% endif %}", "unknown variable 'x'"),
      ("{% for i in lst %}{% endfor %}", "unknown variable 'lst' (did you mean 'list'?)"),
      ("{{ product.name | upcas }}", "unknown filter 'upcas' (did you mean 'upcase'?)"),
    ]
    for (template, message) in messages {
      #expect(liquidError(template, context, in: strict)?.message == message)
      #expect(throws: Never.self) { try liquid(template, context) }
    }
    let known =
      "{{ product.cost }}{{ product.cost.amount }}{{ product['no'] }}{{ list[7] }}{{ y | default: 1 }}"
    #expect(try liquid(known, context, in: strict) == "1")
  }

  @Test func renderSeesGlobalsAndIncludeSeesAll() throws {
    var environment = Environment()
    environment.partial = { name in
      name == "card" ? .source("[{{ site }}{{ page }}{{ x }}{{ card }}{% assign set = 1 %}]") : nil
    }
    let text = "{% assign x = 'x' %}{% NAME 'card' with 5 %}{{ set }}"
    func output(_ name: String) throws -> String {
      let parts = text.split(separator: "NAME")
      return try liquid(
        parts.joined(separator: name), ["page": "P"], in: environment, globals: ["site": "S"])
    }
    #expect(try output("render") == "[S5]")
    #expect(try output("include") == "[SPx5]1")
    environment.partial = { _ in .source("{% include 'card' %}") }
    let error = try #require(liquidError("{% render 'a' %}", in: environment))
    #expect(error.kind == .includeInRender)
  }

  @Test func aLibraryFindsItsOwnTemplates() throws {
    let library = try TemplateLibrary(
      [
        ("page", "{% render 'row' for rows as r %}"), ("row", "<{{ r }}{% render 'end' %}"),
        ("end", ">"),
      ],
      in: Environment())
    let page = try #require(library["page"])
    #expect(try page.render(["rows": [1, 2]]) == "<1><2>")
    #expect(library["nothing"] == nil)
    #expect(library.names == ["end", "page", "row"])
    #expect(throws: TemplateError.self) {
      try TemplateLibrary([("a", "{% if %}")], in: Environment())
    }
  }

  @Test func datesPrintByFormat() throws {
    let day = try #require(CalendarDate("2026-03-01"))
    let environment = Environment(today: CalendarDate("2026-11-21"))
    let formats = [
      ("d | date: '%A %-d %B %Y, %j'", "Sunday 1 March 2026, 060"),
      ("d | date: '%U %W %V %G %u %w'", "09 08 09 2026 7 0"),
      (
        "d | date: '%e|%3d|%_m|%^a|%y|%s|%F|%D|%q'",
        " 1|001| 3|SUN|26|1772323200|2026-03-01|03/01/26|%q"
      ),
      (
        "'2026-03-14T08:15:02.5+01:00' | date: '%H:%M:%S.%L %z %s %p'",
        "08:15:02.500 +0100 1773472502 AM"
      ),
      ("'Sat, 14 Mar 2026 3:05 pm' | date: '%F %T'", "2026-03-14 15:05:00"),
      ("'2026/03/14' | date: '%F'", "2026-03-14"),
      ("'03/04/2026' | date: '%F'", "03/04/2026"),
      ("'now' | date: '%F'", "2026-11-21"),
      ("'2026-02-30' | date: '%F'", "2026-02-30"),
      ("0 | date: '%F %T'", "1970-01-01 00:00:00"),
      ("d | plus: 30 | date: '%F'", "2026-03-31"),
      ("'now' | date: '%F' | date: '%d.%m.%Y'", "21.11.2026"),
      ("d | date: ''", "2026-03-01"),
    ]
    for (expression, output) in formats {
      let text = "{{ \(expression) }}"
      #expect(try liquid(text, ["d": .date(day)], in: environment) == output, "\(text)")
    }
    #expect(
      try liquid("{% if d < '2026-04-01' and d == '2026-03-01' %}T{% endif %}", ["d": .date(day)])
        == "T")
  }
}
