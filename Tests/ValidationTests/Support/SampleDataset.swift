import BillingModel
import CalendarDates
import Diagnostics
import ExactNumbers

/// A data set from small CSV texts, each after a line `-- table.csv` (or `-- table.2.csv` for a second
/// file of one table). It shares no code with the program's own reading.
struct SampleDataset {
  /// What is wrong with a sample; a mistake of the test's author.
  enum Mistake: Error {
    case unknownTable(String)
    case unknownColumn(String)
    case badCell(column: String, text: String)
  }

  private var domains = Domain.allCases.map { TextDictionary($0.folding) }
  private var mentioned: [Set<Int>] = Domain.allCases.map { _ in [] }
  private var tables: [TableID: TableContents] = [:]
  private var files: [SourceFile] = []

  /// Reads samples. The rows of `quarantined` are left out, but their keys count as known.
  /// `earlier` reads the files of earlier exports instead of the others.
  static func dataset(
    _ sample: String, quarantined: String = "", earlier: Bool = false
  ) throws -> Dataset {
    var builder = SampleDataset()
    for file in ExampleFile.files(in: sample) where file.isEarlier == earlier {
      try builder.add(file)
    }
    for file in ExampleFile.files(in: quarantined) { try builder.mention(file) }
    return Dataset(
      tables: builder.tables, domains: builder.domains, mentioned: builder.mentioned,
      files: builder.files, quarantine: [])
  }

  private mutating func add(_ file: ExampleFile) throws {
    let table = try Self.table(of: file)
    let records = file.text.split(separator: "\n").map(SampleCSV.fields)
    let columns = try Self.columns(records[0], table)
    var shard = TableBuilder(table)
    for (index, record) in records.dropFirst().enumerated() {
      for (column, text) in zip(columns, record) where !text.isEmpty {
        try shard.appendSample(text, column)
      }
      shard.commit(line: index + 2, offset: 0)
    }
    var contents = shard.finish(file: files.count, given: Set(columns))
    contents.adopt(&domains)
    if var earlier = tables[table] {
      earlier.append(contents)
      contents = earlier
    }
    tables[table] = contents
    register(file, table)
  }

  private mutating func mention(_ file: ExampleFile) throws {
    let table = try Self.table(of: file)
    guard case .id(let domain) = table.schema.columns[0].type else { return }
    for line in file.text.split(separator: "\n").dropFirst() {
      let key = Array(SampleCSV.fields(line)[0].utf8)
      mentioned[domain.rawValue].insert(Int(domains[domain.rawValue].intern(key.span)))
    }
    register(file, table)
  }

  private mutating func register(_ file: ExampleFile, _ table: TableID) {
    var source = SourceFile(path: file.name)
    source.table = table
    files.append(source)
  }

  private static func table(of file: ExampleFile) throws -> TableID {
    let path = file.isEarlier ? file.name.dropFirst("previous/".count) : file.name[...]
    let name = String(path.prefix { $0 != "." })
    guard let table = TableID(rawValue: name) else { throw Mistake.unknownTable(name) }
    return table
  }

  private static func columns(_ header: [String], _ table: TableID) throws -> [Int] {
    try header.map { name in
      guard let index = table.schema.index(of: name) else { throw Mistake.unknownColumn(name) }
      return index
    }
  }
}

extension TableBuilder {
  fileprivate mutating func appendSample(_ text: String, _ column: Int) throws {
    let schema = table.schema.columns[column]
    let mistake = SampleDataset.Mistake.badCell(column: schema.name, text: text)
    func read<T>(_ value: T?) throws -> T {
      guard let value else { throw mistake }
      return value
    }
    switch schema.type {
    case .id, .text:
      let bytes = Array(text.utf8)
      append(text: bytes.span, column: column)
    case .date: append(date: try read(CalendarDate(text)), column: column)
    case .amount, .decimal: append(decimal: try read(ExactDecimal(text)), column: column)
    case .whole: append(whole: try read(Int(text)), column: column)
    case .quantity where text == "Unlimited": append(quantity: .unlimited, column: column)
    case .quantity: append(quantity: .count(try read(Int(text))), column: column)
    case .currency: append(currency: try read(Currency(text)), column: column)
    case .flag: append(flag: try read(["false": false, "true": true][text]), column: column)
    case .word(let words): append(word: try read(words.firstIndex(of: text)), column: column)
    }
  }
}
