internal import BillingModel
import CSVReading

/// A file that several threads may read at the same time, each a part of it.
///
/// A part has the records that begin at or after its cut and before the next one. A free thread may cut
/// what another one has not reached yet in two (`cut`). Where a part's first record begins is guessed,
/// and the guess is checked when the parts are joined: a part counts only when the one before it ends
/// exactly where it begins, else it is read again from there. So the result is that of reading the file
/// from its first byte to its last, wherever it was cut.
public struct FileParts: Sendable {
  /// The fewest bytes of a part, unless a test wants fewer.
  public static let leastPart = 1 << 21

  /// The fewest bytes of a file whose people are worth looking up in those of others.
  private static let leastNaming = 1 << 22

  let prepared: PreparedInput
  /// How it is read.
  public var options: ReadingOptions
  let cuts: FileCuts
  private let looksLikeJSON: Bool

  /// How many bytes it has.
  public var byteCount: Int { input.byteCount }

  /// How many parts there are now.
  public var count: Int { cuts.count }

  var input: InputFile { prepared.input }

  /// A file in one part.
  public init(_ prepared: PreparedInput, _ options: ReadingOptions) {
    self.init(prepared, options, parts: 1)
  }

  /// A file cut into at most `parts` parts of equal size.
  package init(
    _ prepared: PreparedInput, _ options: ReadingOptions, parts: Int, least: Int = leastPart
  ) {
    self.prepared = prepared
    self.options = prepared.options(options)
    looksLikeJSON = (try? FileStart.read(prepared.input.source))?.looksLikeJSON ?? false
    let size = prepared.input.byteCount
    // A file that is hashed while it is read stays whole, and so do JSON and what is not worth cutting.
    let isWhole =
      prepared.refusal != nil || self.options.hashesFiles || looksLikeJSON || size < 2 * least
    let count = isWhole ? 1 : max(1, min(parts, size / max(1, least)))
    cuts = FileCuts(
      (0..<count).map { size / count * $0 }, byteCount: size, isWhole: isWhole,
      ownCuts: self.options.blocks.ownCuts)
  }

  /// Cuts the rest of the part of which the most is left, so that another thread can help to read it. The
  /// result is the new part; nil when too little is left.
  public func cut(least: Int = leastPart) -> Int? {
    cuts.cut(least: least)
  }

  /// How many bytes of its largest rest could be read by another thread.
  public var rest: Int { cuts.rest }

  /// Whether it is a large file of a table that names people whom files of users list.
  public var namesPeople: Bool {
    byteCount >= Self.leastNaming && table?.namesPeople ?? false
  }

  /// Whether it may list people: it is a file of users, or what it is shows when it is read. Small files
  /// are read soon, and not looked at beforehand.
  public var mayListPeople: Bool {
    guard byteCount >= Self.leastNaming, let table else { return prepared.refusal == nil }
    return table == .users
  }

  /// The table whose columns its header names; nil for what is no such file, or cannot be read.
  private var table: TableID? {
    guard prepared.refusal == nil, !looksLikeJSON else { return nil }
    return try? CSVFileReader(input: input, options: options).table()
  }
}

/// What reading a part of a file gave.
public struct PartReading: Sendable {
  enum Content: Sendable {
    /// All tables of the file: it is none that can be read in parts.
    case whole([TableReading])
    case part(CSVPart)
    /// Nothing: another part has it.
    case none
  }

  let content: Content
}

/// The records of one part of a CSV file.
struct CSVPart: Sendable {
  var pass: CSVPass
  /// Where its first record begins.
  let start: Int
  /// Where the record after its last one begins; lines are counted from the part's first.
  var end: CSVWindow.Place

  init(_ pass: CSVPass, start: Int, end: CSVWindow.Place) {
    self.pass = pass
    self.pass.batches?.release()
    self.start = start
    self.end = end
  }
}

extension FileReader {
  /// Reads a part of a file: a function of the file's bytes and of where it is cut.
  public static func read(_ file: FileParts, part: Int) -> PartReading {
    defer { file.cuts.end(part) }
    do throws(ReadFailure) {
      if !file.cuts.isWhole {
        let start = try FileStart.read(file.input.source)
        let reader = CSVFileReader(input: file.input, options: file.options)
        if let content = try reader.read(part: part, of: file, from: start) {
          return PartReading(content: content)
        }
      }
    } catch {
      // The whole file is read below, and says why it cannot be.
    }
    file.cuts.keepWhole()
    return PartReading(content: part == 0 ? .whole(read(file.prepared, file.options)) : .none)
  }

  /// The parts of a file put together, each of which was read.
  public static func join(_ file: FileParts, _ parts: [PartReading]) -> [TableReading] {
    if case .whole(let readings) = parts[0].content { return readings }
    do throws(ReadFailure) {
      let reader = CSVFileReader(input: file.input, options: file.options)
      if let readings = try reader.join(file, parts) {
        return readings.map { $0.described(by: file.prepared.original, file.options) }
      }
    } catch {
      // The whole file is read below, and says why it cannot be.
    }
    return read(file.prepared, file.options)
  }
}

extension TableID {
  /// Whether its rows are about people that `users` lists.
  fileprivate var namesPeople: Bool {
    self == .licenseAssignments || self == .groupMembers || self == .billingProfileRoles
  }
}
