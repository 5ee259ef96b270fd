import CSVReading
import Compression
import Diagnostics
import Digests

/// Makes inputs readable: expands what is compressed and turns UTF-16 into UTF-8.
///
/// The bytes decide what a file is, not its name. Several inputs may be prepared at the same time.
public struct InputPreparation: Sendable {
  private let pool: SpoolPool

  /// Spools what it expands into files of that pool.
  public init(_ pool: SpoolPool) {
    self.pool = pool
  }

  /// The input as it is read: itself, or the members of the archive that it is.
  public func prepare(_ input: InputFile, _ options: ReadingOptions) -> [PreparedInput] {
    do throws(PreparedInput.Refusal) {
      let start = try Self.reading { () throws(ReadFailure) in try FileStart.read(input.source) }
      switch start.compression {
      case .gzip: return [try expandGzip(input, options)]
      case .zip: return try expandZip(input, options)
      case nil: break
      }
      let encoding = options.encoding ?? start.encoding
      guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else {
        return [PreparedInput(input)]
      }
      return [try transcode(input, options)]
    } catch {
      return [PreparedInput(input, refusal: error)]
    }
  }

  /// Runs calls that read or write, with their failure as a refusal.
  static func reading<Result: ~Copyable>(
    _ work: () throws(ReadFailure) -> Result
  ) throws(PreparedInput.Refusal) -> Result {
    do throws(ReadFailure) {
      return try work()
    } catch {
      throw PreparedInput.Refusal(variant: 0, facts: [Fact("reason", error.reason)])
    }
  }

  private func textSpool(
    _ options: ReadingOptions, isHashing: Bool
  ) throws(PreparedInput.Refusal) -> TextSpool {
    try Self.reading { () throws(ReadFailure) in
      try TextSpool(pool, encoding: options.encoding, isHashing: isHashing)
    }
  }

  private func transcode(
    _ input: InputFile, _ options: ReadingOptions
  ) throws(PreparedInput.Refusal) -> PreparedInput {
    var text = try textSpool(options, isHashing: options.hashesFiles)
    try Self.reading { () throws(ReadFailure) in
      try ByteStream(input.source).forEachPiece { text.take($0) }
    }
    let (piece, original) = try text.finish()
    return PreparedInput(
      InputFile(path: input.path, source: .spool(piece), madeFrom: input), original: original)
  }
}

extension InputPreparation {
  /// A gzip file keeps its name; its size and SHA-256 are those of the compressed bytes.
  private func expandGzip(
    _ input: InputFile, _ options: ReadingOptions
  ) throws(PreparedInput.Refusal) -> PreparedInput {
    let archive = try OpenArchive(input, pool)
    var budget = ExpansionBudget(options.limits)
    var text = try textSpool(options, isHashing: false)
    do throws(ExpansionError) {
      try GzipFile.expand(archive.region, &budget) { text.take($0) }
    } catch {
      throw text.refusal ?? PreparedInput.Refusal(error)
    }
    var (piece, original) = try text.finish()
    original.byteCount = archive.region.count
    original.sha256 = options.hashesFiles ? try archive.sha256() : nil
    return PreparedInput(
      InputFile(path: input.path, source: .spool(piece), madeFrom: input), original: original)
  }

  private func expandZip(
    _ input: InputFile, _ options: ReadingOptions
  ) throws(PreparedInput.Refusal) -> [PreparedInput] {
    let file = try OpenArchive(input, pool)
    var members: [PreparedInput] = []
    var budget = ExpansionBudget(options.limits)
    do throws(ExpansionError) {
      var archive = try ZipArchive(file.region)
      while let member = try archive.next() {
        guard FileFinder.isExport(member) else { continue }
        let own = InputFile(
          path: input.path + "!" + member.name, source: input.source, madeFrom: input)
        do throws(PreparedInput.Refusal) {
          members.append(try expand(member, of: &archive, own, &budget, options))
        } catch {
          members.append(PreparedInput(own, refusal: error))
        }
      }
    } catch {
      // What came out before is whole; the archive itself is told to be damaged.
      return members + [PreparedInput(input, refusal: PreparedInput.Refusal(error))]
    }
    guard members.isEmpty else { return members }
    return [PreparedInput(input, refusal: PreparedInput.Refusal(variant: 7))]
  }

  private func expand(
    _ member: ZipMember, of archive: inout ZipArchive, _ input: InputFile,
    _ budget: inout ExpansionBudget, _ options: ReadingOptions
  ) throws(PreparedInput.Refusal) -> PreparedInput {
    guard member.kind == .file else { throw PreparedInput.Refusal(variant: 9) }
    guard !member.isEncrypted else { throw PreparedInput.Refusal(variant: 8) }
    guard !FileFinder.isArchive(member.name) else { throw PreparedInput.Refusal(variant: 3) }
    var text = try textSpool(options, isHashing: options.hashesFiles)
    do throws(ExpansionError) {
      try archive.expand(member, &budget) { text.take($0) }
    } catch {
      throw text.refusal ?? PreparedInput.Refusal(error)
    }
    let (piece, original) = try text.finish()
    return PreparedInput(
      InputFile(path: input.path, source: .spool(piece), madeFrom: input), original: original)
  }
}
