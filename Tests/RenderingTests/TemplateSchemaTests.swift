import Liquid
import Testing

@testable import Rendering

/// The fields that the theme check knows are those that pages have.
struct TemplateSchemaTests {
  @Test func schemaIsWhatTheSiteGivesItsTemplates() throws {
    let seen = try SeenShapes([TestSite.sample(), TestSite(SmallTenant.files)])
    let schema = TemplateSchema.standard
    #expect(seen.byKind.keys.sorted() == schema.kinds)
    for kind in schema.kinds {
      let shape = try #require(seen.byKind[kind])
      let differences = Self.differences(.record(schema.globals(of: kind)), shape, kind)
      #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }
  }

  /// What is in one and not in the other. Of what was nil on every page nothing was seen.
  private static func differences(
    _ schema: ValueShape, _ seen: ValueShape, _ path: String
  ) -> [String] {
    switch (schema, seen) {
    case (_, .unknown), (.plain, .plain): return []
    // Where several things may have it, an amount in several currencies.
    case (.plain, .list(.plain)), (.plain, .list(.unknown)): return []
    case (.list(let item), .list(let seen)): return differences(item, seen, path + "[]")
    case (.record(let fields), .record(let seen)):
      let missing = seen.keys.filter { fields[$0] == nil }.map {
        "\(path).\($0) is not in the schema"
      }
      let extra = fields.keys.filter { seen[$0] == nil }.map { "\(path).\($0) is on no page" }
      return (missing + extra).sorted()
        + fields.keys.sorted().flatMap { name in
          differences(fields[name] ?? .unknown, seen[name] ?? .unknown, path + "." + name)
        }
    case (.unknown, .record) where path.hasSuffix(".where_to_manage"): return []
    default: return ["\(path) is of another shape: \(schema), \(seen)"]
    }
  }
}
