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

  /// Writes a file through `body`, which is handed a function that appends bytes.
  ///
  /// A file appears whole or not at all: it is written beside its place and renamed, with the
  /// permissions of the one it replaces. What a link leads to is replaced, not the link. Anything
  /// else than a file (a device, a pipe) is written into.
  public static func replace(
    _ path: String, _ body: (([UInt8]) throws(PipelineError) -> Void) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    let target = resolved(path)
    var facts = stat()
    let exists = unsafe stat(target, &facts) == 0
    guard !exists || facts.st_mode & S_IFMT == S_IFREG else {
      try writeInto(target, named: path, body)
      return
    }
    let part = "\(target).part\(getpid())"
    let mode = exists ? facts.st_mode & 0o777 : 0o666
    let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .output(path: path, reason: reason()) }
    if exists { _ = fchmod(descriptor, mode) }
    do throws(PipelineError) {
      try write(to: descriptor, named: path, body)
      guard unsafe rename(part, target) == 0 else {
        throw PipelineError.output(path: path, reason: reason())
      }
    } catch {
      unsafe unlink(part)
      throw error
    }
  }

  /// Writes into something that is there and no file.
  private static func writeInto(
    _ target: String, named path: String,
    _ body: (([UInt8]) throws(PipelineError) -> Void) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .output(path: path, reason: reason()) }
    try write(to: descriptor, named: path, body)
  }

  /// Hands the descriptor's writer to `body` and closes the descriptor.
  private static func write(
    to descriptor: Int32, named path: String,
    _ body: (([UInt8]) throws(PipelineError) -> Void) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    do throws(PipelineError) {
      try body { (bytes: [UInt8]) throws(PipelineError) in
        try write(bytes, to: descriptor, name: path)
      }
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw .output(path: path, reason: reason()) }
  }

  /// The path without links; the path itself when nothing is there.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    // Unsafe: the system allocates the text; it is copied and freed here.
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func reason() -> String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }
}
