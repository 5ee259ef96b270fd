import BillingModel
import CalendarDates
import Diagnostics
import Ingest
import TestSupport
import Testing

/// Reading in batches and in parts against reading record by record: the same rows, findings and
/// quarantine for any input and any sizes.
struct ReadingWaysTests {
  private static let asOf = CalendarDate(days: 20_484)

  private static func settled(_ readings: [TableReading], _ input: InputFile) -> Dump {
    Dump(Settling.settle([input], [readings], asOf: asOf))
  }

  private static func alone(_ input: InputFile) -> Dump {
    var options = ReadingOptions()
    options.blocks = BlockSizes(reach: nil)
    return settled(FileReader.read(.asItIs(input), options), input)
  }

  private static func inParts(
    _ input: InputFile, _ parts: Int, step: Int, reach: IndexReach
  ) -> Dump {
    var options = ReadingOptions()
    options.blocks = BlockSizes(step: step, reach: reach)
    let file = FileParts(.asItIs(input), options, parts: parts, least: 1)
    let readings = (0..<file.count).map { FileReader.read(file, part: $0) }
    return settled(FileReader.join(file, readings), input)
  }

  @Test(arguments: UInt64(1)...16)
  func allWaysGiveTheSame(seed: UInt64) {
    var hostile = HostileCSV(seed: seed)
    for rate in [0...2, 0...60, 0...400] {
      let bytes = hostile.file(records: 40, damagedCells: rate)
      let input = InputFile(path: "file.csv", source: .memory(bytes))
      let expected = Self.alone(input)
      for (parts, step, least, most) in [
        (1, 1 << 18, 1 << 13, 1 << 18), (1, 1, 1, 2), (1, 7, 3, 64), (2, 64, 16, 256),
        (3, 5, 5, 5), (5, 1000, 1, 1 << 16), (17, 33, 8, 32),
      ] {
        let found = Self.inParts(
          input, parts, step: step, reach: IndexReach(least: least, most: most))
        let sizes: Comment = "seed \(seed): \(parts) parts, \(step), \(least)…\(most)"
        #expect(found == expected, sizes)
        if found != expected { return }
      }
    }
  }

  @Test(arguments: 1...40)
  func aFileMayBeCutAnywhere(parts: Int) {
    let text = """
      user_principal_name,display_name,department
      a@c.example,"one
      b@c.example,x,y
      two",IT
      c@c.example,"Sales
      d@c.example,""z"",q
      ",HR

      e@c.example,"open,IT
      f@c.example,F,HR
      """
    let input = InputFile(path: "users.csv", source: .memory(Array(text.utf8)))
    let found = Self.inParts(input, parts, step: 16, reach: .standard)
    #expect(found == Self.alone(input))
  }
}

/// What a reading gave, as values that can be compared.
private struct Dump: Equatable {
  private let rows: [[TableCell]]
  private let places: [RowSource]
  private let findings: [PlacedFinding]
  private let rowFindings: [String]
  private let quarantine: [String]
  private let files: [String]

  init(_ result: IngestResult) {
    let data = result.dataset
    var rows: [[TableCell]] = []
    var places: [RowSource] = []
    func add<Tag>(_ table: Table<Tag>) {
      for row in table.rows {
        let cells = Tag.id.schema.columns.enumerated().map { table.cell($1, at: $0, row: row) }
        let extra = table.extra.map { $0.cells[row].map { TableCell.text($0) } ?? .none }
        rows.append(cells + extra)
        places.append(table.source(of: row))
      }
    }
    add(data.licenseAssignments)
    add(data.invoiceLines)
    add(data.users)
    self.rows = rows
    self.places = places
    findings = result.findings
    rowFindings = result.rowFindings.map { "\($0)" }
    quarantine = data.quarantine.map { row in
      let amounts = row.amounts.sorted { $0.key < $1.key }.map { "\($0)" }
      return "\(row.source) \(row.length) \(row.rules) \(amounts) \(row.unread.sorted())"
    }
    files = data.files.map { file in
      "\(file.rowsIn) \(file.accepted) \(file.quarantined) \(file.encoding ?? "") \(file.amounts)"
    }
  }
}
