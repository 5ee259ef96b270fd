import Glibc

extension InputFile {
  /// Everything that standard input gives, spooled, under the name `-`.
  public static func standardInput(_ pool: SpoolPool) throws(ReadFailure) -> InputFile {
    var spool = try pool.take()
    defer { pool.giveBack(spool) }
    let start = spool.end
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        // Unsafe: the system writes into the buffer, during the call only.
        unsafe read(0, raw.baseAddress, raw.count)
      }
      if got == 0 { break }
      guard got > 0 else {
        if errno == EINTR { continue }
        throw .ofSystem()
      }
      try spool.file.write(buffer.span.extracting(0..<got), at: spool.end)
      spool.end += got
    }
    let piece = SpoolPiece(file: spool.file, offset: start, count: spool.end - start)
    return InputFile(path: "-", source: .spool(piece))
  }
}
