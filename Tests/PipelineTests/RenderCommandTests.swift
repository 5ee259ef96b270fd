import TestSupport
import Testing

/// `billfold render`: the template engine alone.
struct RenderCommandTests {
  private static func run(_ template: String, _ words: [String]) throws -> Billfold.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(template, to: "card.html")
    try folder.write("{{ names }}", to: "parts/x.liquid")
    try folder.write(#"{"name": "Contoso", "owner": {"mail": "a@b.example"}}"#, to: "data.json")
    let fixed = ["render", "card.html", "--data", "data.json", "--templates", "parts"]
    return try Billfold.run(fixed + words, folder: folder.path)
  }

  @Test func unknownNamesAreNothingUnlessStrict() throws {
    let template = "{{ nmae }}{{ owner.mial }}{{ name | upcaes }}{% include 'x' %}"
    let outcome = try Self.run(template, [])
    #expect(outcome.code == 0)
    #expect(outcome.output == "Contoso")
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ("{{ nmae }}", "card.html:1:4: error: unknown variable 'nmae' (did you mean 'name'?)"),
    ("{{ owner.mial }}", "card.html:1:10: error: unknown property 'mial' (did you mean 'mail'?)"),
    (
      "{{ name | upcaes }}",
      "card.html:1:11: error: unknown filter 'upcaes' (did you mean 'upcase'?)"
    ),
    ("{% include 'x' %}", "x:1:4: error: unknown variable 'names' (did you mean 'name'?)"),
  ])
  func strictNamesWhatIsUnknown(template: String, line: String) throws {
    let outcome = try Self.run(template, ["--strict"])
    #expect(outcome.code == 4)
    #expect(outcome.bytes.isEmpty)
    #expect(outcome.errorLines.first.map(String.init) == line)
    #expect(outcome.errorLines.count == 3)
  }

  @Test func allErrorsOfSyntaxAreShown() throws {
    let outcome = try Self.run("{{ name b }}\n{% for x on y %}{{ x | }}{% endfor %}", [])
    #expect(outcome.code == 4)
    #expect(outcome.bytes.isEmpty)
    #expect(
      outcome.errors == """
        card.html:1:9: error: expected '|' or the end, found 'b'
            1 | {{ name b }}
              |         ^
        card.html:2:10: error: expected 'in', found 'on'
            2 | {% for x on y %}{{ x | }}{% endfor %}
              |          ^^
        card.html:2:24: error: expected the name of a filter, found the end
            2 | {% for x on y %}{{ x | }}{% endfor %}
              |                        ^

        """)
  }

  @Test func strictHasDefaultsForWhatMayBeMissing() throws {
    let outcome = try Self.run("{{ nmae | default: name }} {{ owner['mial'] }}", ["--strict"])
    #expect(outcome.code == 0)
    #expect(outcome.output == "Contoso ")
  }
}
