import Glibc

/// Writes results to a file or a stream, or says why that failed.
public enum OutputFile {
  /// Writes all bytes to an open descriptor.
  public static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String
  ) throws(PipelineError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { raw in
        // Unsafe: the system reads the bytes that are left, during the call only.
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
      }
      if result < 0 {
        guard errno == EINTR else { throw .output(path: name, reason: reason()) }
        continue
      }
      written += result
    }
  }

  /// Writes a file through `body`, which is handed a function that appends bytes. The file appears
  /// whole or not at all: it is written beside its place and renamed.
  public static func replace(
    _ path: String, _ body: (([UInt8]) throws(PipelineError) -> Void) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    let part = "\(path).part\(getpid())"
    let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .output(path: path, reason: reason()) }
    do throws(PipelineError) {
      try body { (bytes: [UInt8]) throws(PipelineError) in
        try write(bytes, to: descriptor, name: path)
      }
      guard close(descriptor) == 0, unsafe rename(part, path) == 0 else {
        throw PipelineError.output(path: path, reason: reason())
      }
    } catch {
      unsafe unlink(part)
      throw error
    }
  }

  private static func reason() -> String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }
}
