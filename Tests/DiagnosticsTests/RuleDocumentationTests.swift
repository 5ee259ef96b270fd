import Diagnostics
import Testing

@Suite struct RuleDocumentationTests {
  @Test func factsAreNotTemplates() {
    let finding = Finding(
      rule: RuleID("a"), severity: .note, location: SourceLocation(file: "a.csv"), value: "{b}",
      facts: [Fact("b", "{value}{b}")])
    #expect(
      MessageTemplate("{b}, {value}, {c}, {").filled(with: finding) == "{value}{b}, {b}, {c}, {")
  }

  @Test func anExampleIsTakenApartIntoItsFiles() {
    let files = ExampleFile.files(in: "-- a.csv\nx,y\n1,\n\n-- b.json\n[]\n")
    #expect(files == [file("a.csv", "x,y\n1,\n"), file("b.json", "[]\n")])
  }

  @Test func anExampleWithoutNamesIsOneFile() {
    #expect(ExampleFile.files(in: "x\n1\n") == [file("example.csv", "x\n1\n")])
    #expect(ExampleFile.files(in: "").isEmpty)
  }

  @Test func aCatalogKnowsItsRulesAndSuggestsThem() {
    let catalog = RuleCatalog([FindingTextPrinterTests.documentation])
    #expect(catalog[RuleID("over-assigned")] == FindingTextPrinterTests.documentation)
    #expect(catalog[RuleID("unknown")] == nil)
    #expect(catalog.suggestion(for: "overassigned") == RuleID("over-assigned"))
  }

  private func file(_ name: String, _ text: String) -> ExampleFile {
    ExampleFile(name: name, text: text)
  }
}
