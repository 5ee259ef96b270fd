import FoundationEssentials
import ReadingProperties
import Testing

/// Inputs that once broke a property, or nearly did: they stand in `Fuzzing/corpus`.
struct KeptInputTests {
  struct Input: Sendable, CustomTestStringConvertible {
    let property: ReadingProperty
    let path: String
    var testDescription: String { path }
  }

  static let inputs: [Input] = ReadingProperty.allCases.flatMap { property in
    let folder = "Fuzzing/corpus/\(property.rawValue)"
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).sorted().map { Input(property: property, path: "\(folder)/\($0)") }
  }

  @Test func thereAreInputsForEachProperty() {
    #expect(Set(Self.inputs.map(\.property)) == Set(ReadingProperty.allCases))
  }

  @Test(arguments: inputs)
  func propertyHolds(_ input: Input) throws {
    let bytes = try #require(FileManager.default.contents(atPath: input.path))
    let violation = input.property.violation(Array(bytes))
    #expect(violation == nil)
  }
}
