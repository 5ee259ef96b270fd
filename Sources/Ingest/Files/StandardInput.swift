import Glibc

extension InputFile {
  /// Everything that standard input gives, under the name `-`.
  public static func standardInput() throws(ReadFailure) -> InputFile {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        // Unsafe: the system writes into the buffer, during the call only.
        unsafe read(0, raw.baseAddress, raw.count)
      }
      if got == 0 { return InputFile(path: "-", source: .memory(bytes)) }
      guard got > 0 else {
        if errno == EINTR { continue }
        throw ReadFailure(reason: unsafe String(cString: strerror(errno)))
      }
      bytes += buffer[..<got]
    }
  }
}
