import Compression
import Diagnostics
import Digests

/// An archive that is open while its members are read.
struct OpenArchive: ~Copyable {
  private let stream: ByteStream
  let region: FileRegion

  /// Opens an archive. One in memory is spooled first: archives are read from open files.
  init(_ input: InputFile, _ pool: SpoolPool) throws(PreparedInput.Refusal) {
    let source = input.source
    let opened = try InputPreparation.reading { () throws(ReadFailure) in
      try ByteStream(Self.onDisk(source, pool))
    }
    let place = try InputPreparation.reading { () throws(ReadFailure) in try opened.region() }
    guard let place else { preconditionFailure("what was spooled is in a file") }
    region = FileRegion(descriptor: place.descriptor, offset: place.offset, count: place.count)
    stream = opened
  }

  private static func onDisk(
    _ source: ByteSource, _ pool: SpoolPool
  ) throws(ReadFailure) -> ByteSource {
    guard case .memory(let bytes) = source else { return source }
    var spool = try pool.take()
    defer { pool.giveBack(spool) }
    try spool.file.write(bytes.span, at: spool.end)
    let piece = SpoolPiece(file: spool.file, offset: spool.end, count: bytes.count)
    spool.end += bytes.count
    return .spool(piece)
  }

  /// The SHA-256 of the archive's own bytes in hex.
  func sha256() throws(PreparedInput.Refusal) -> String {
    var hash = SHA256()
    try InputPreparation.reading { () throws(ReadFailure) in
      try stream.forEachPiece { piece in
        hash.update(piece)
        return true
      }
    }
    return hash.finish().hex
  }
}

extension PreparedInput.Refusal {
  /// Why an archive or a member of it cannot be read.
  init(_ error: ExpansionError) {
    switch error {
    case .damaged(let reason, let expanded):
      self.init(variant: 2, facts: [Fact("reason", reason), Fact("bytes", "\(expanded)")])
    case .tooLong(let limit): self.init(variant: 5, facts: [Fact("limit", "\(limit)")])
    case .tooDense(let ratio): self.init(variant: 6, facts: [Fact("ratio", "\(ratio)")])
    case .unreadable(let reason): self.init(variant: 0, facts: [Fact("reason", reason)])
    case .stopped: self.init(variant: 0, facts: [Fact("reason", "reading was stopped")])
    }
  }
}
