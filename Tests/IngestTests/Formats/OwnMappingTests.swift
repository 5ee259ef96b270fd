import BillingModel
import CalendarDates
import Ingest
import Testing

/// Files that are read by a mapping of the user's own.
struct OwnMappingTests {
  /// Reads a file by a mapping in which nothing is wrong.
  private func read(_ name: String, _ text: String, by mapping: String) -> IngestResult {
    let (format, problems) = FormatCatalog.read(Array(mapping.utf8), name: "own")
    #expect(problems.isEmpty)
    var options = ReadingOptions()
    options.formats = FormatCatalog([format])
    return InMemoryIngest.read(
      [(name: name, bytes: Array(text.utf8))], asOf: CalendarDate(days: 20_500), options: options)
  }

  @Test func aMappingWhoseTablesAreAllLeftOutStillReads() {
    let mapping = """
      recognise: [Seat, Plan]
      tables:
        - table: license_assignments
          without: Seat
          columns: {assignee_id: Seat, product_id: Plan}
      """
    let result = read("a.csv", "Seat,Plan\na@x,P\nb@x\n", by: mapping)
    let file = result.dataset.files[0]
    #expect([file.rowsIn, file.accepted, file.quarantined] == [2, 1, 1])
  }

  @Test func wordsForNothingMayBeLong() {
    let mapping = """
      recognise: [Seat, Plan]
      "null": ["Not Applicable Here At All", "\(String(repeating: "x", count: 70))"]
      tables:
        - table: license_assignments
          columns:
            assignee_id: Seat
            product_id: Plan
            display_name: {from: Name, default: Seat}
      """
    let long = String(repeating: "x", count: 70)
    let text =
      "Seat,Plan,Name\na@x,P,Not Applicable Here At All\nb@x,P,\(long)\nc@x,P,\(long)x\nd@x,P,N/A\n"
    let result = read("a.csv", text, by: mapping)
    let table = result.dataset.licenseAssignments
    #expect(table.rows.map { table.displayName[$0] } == ["a@x", "b@x", long + "x", "d@x"])
  }

  @Test func anEmptyWordOfAMappingIsNothing() {
    let mapping = """
      recognise: [Seat, Plan]
      tables:
        - table: license_assignments
          columns:
            assignee_id: Seat
            product_id: {on: Kind, cases: {none: {value: ""}}, otherwise: Plan, default: Other}
            display_name: {value: "", default: Name}
            department: {positive: {Seats: ""}, default: {value: Sales}}
      """
    let text = "Seat,Plan,Kind,Other,Name,Seats\na@x,P,none,O,Ann,3\nb@x,P,,O,Bo,0\n"
    let result = read("a.csv", text, by: mapping)
    let table = result.dataset.licenseAssignments
    #expect(table.rows.map { table.productID[$0] } == ["O", "P"])
    #expect(table.rows.map { table.displayName[$0] } == ["Ann", "Bo"])
    #expect(table.rows.map { table.department[$0] } == ["Sales", "Sales"])
  }

  @Test func aNestedNameOfAMappingIsFoundHoweverItIsWritten() {
    let mapping = """
      recognise: [Seat, Plan]
      tables:
        - table: license_assignments
          columns: {assignee_id: Seat, product_id: Plan.clé}
      """
    let keys = ["cl\u{E9}", "cle\u{301}", "\\u0063l\\u00e9"]
    let records = keys.map { "{\"Seat\":\"a@x\",\"Plan\":{\"\($0)\":\"P\($0.utf8.count)\"}}" }
    let text = "[\(records.joined(separator: ","))]"
    let result = read("a.json", text, by: mapping)
    let table = result.dataset.licenseAssignments
    #expect(table.rows.map { table.productID[$0] } == ["P4", "P5", "P13"])
  }
}
