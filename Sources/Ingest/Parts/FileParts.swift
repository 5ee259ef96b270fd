internal import BillingModel
import CSVReading

/// A file cut into parts that are read at the same time.
///
/// A cut is a byte of the file. A part has the records that begin at or after its cut and before the
/// next one. Where its first record begins is guessed, and the guess is checked when the parts are
/// joined: a part counts only when the one before it ends exactly where it begins, else it is read
/// again from there. So the result is that of reading the file from its first byte to its last.
public struct FileParts: Sendable {
  /// The fewest bytes of a part, unless a test wants fewer.
  public static let leastPart = 1 << 22

  let prepared: PreparedInput
  /// How it is read.
  public var options: ReadingOptions
  let cuts: [Int]

  /// How many parts there are.
  public var count: Int { cuts.count }

  /// About how many bytes a part has.
  public var partSize: Int { input.byteCount / count }

  var input: InputFile { prepared.input }

  /// Cuts a file into at most `parts` parts. A file that is hashed while it is
  /// read stays whole, and so does JSON.
  public init(
    _ prepared: PreparedInput, _ options: ReadingOptions, parts: Int, least: Int = leastPart
  ) {
    self.prepared = prepared
    self.options = prepared.options(options)
    let size = prepared.input.byteCount
    let isWhole =
      prepared.refusal != nil || self.options.hashesFiles || Self.looksLikeJSON(prepared.input)
    let count = isWhole ? 1 : max(1, min(parts, size / max(1, least)))
    cuts = (0..<count).map { size / count * $0 }
  }

  private static func looksLikeJSON(_ input: InputFile) -> Bool {
    (try? FileStart.read(input.source))?.looksLikeJSON ?? false
  }

  /// Whether it is a large file of a table that names people whom files of users list.
  public var namesPeople: Bool {
    guard prepared.refusal == nil, input.byteCount >= Self.leastPart else { return false }
    return (try? CSVFileReader(input: input, options: options).table())?.namesPeople ?? false
  }

  /// The byte before which the records of a part begin.
  func limit(of part: Int) -> Int {
    part + 1 < cuts.count ? cuts[part + 1] : .max
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
  /// Reads a part of a file: a pure function of the file's bytes.
  public static func read(_ file: FileParts, part: Int) -> PartReading {
    do throws(ReadFailure) {
      if file.count > 1, case let start = try FileStart.read(file.input.source),
        !start.looksLikeJSON
      {
        let reader = CSVFileReader(input: file.input, options: file.options)
        if let content = try reader.read(part: part, of: file, from: start) {
          return PartReading(content: content)
        }
      }
    } catch {
      // The whole file is read below, and says why it cannot be.
    }
    return PartReading(content: part == 0 ? .whole(read(file.prepared, file.options)) : .none)
  }

  /// The parts of a file put together.
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
