import Diagnostics
import Glibc
import Pipeline

/// Diagnostics and progress. What cannot be written there is lost.
enum StandardError {
  /// Writes lines; what could move the cursor of a terminal is shown instead.
  static func write(_ text: String) {
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    writeRaw(
      lines.map { VisibleText.line(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\n"))
  }

  /// Writes text as it is.
  fileprivate static func writeRaw(_ text: String) {
    do throws(PipelineError) {
      try OutputFile.write(Array(text.utf8), to: 2, name: "standard error")
    } catch {
      return
    }
  }

  /// True when a person looks at it.
  static var isTerminal: Bool { isatty(2) == 1 }
}

/// Results.
enum StandardOutput {
  static func write(_ text: String) throws(PipelineError) {
    try write(Array(text.utf8))
  }

  static func write(_ bytes: [UInt8]) throws(PipelineError) {
    try OutputFile.write(bytes, to: 1, name: "standard output")
  }

  /// True when a person looks at it.
  static var isTerminal: Bool { isatty(1) == 1 }
}

/// The descriptors 0, 1 and 2.
enum StandardStreams {
  /// Takes the places of streams that are closed, so that no file which is opened later gets their
  /// number and is written into: reading there ends at once, writing fails.
  static func takePlaces() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is given: that of the stream.
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}

/// Tells on a terminal what is going on; silent in a pipe.
enum Progress {
  @Sendable static func report(_ text: String) {
    guard StandardError.isTerminal else { return }
    StandardError.writeRaw("\r\u{1B}[K\(text) …")
  }

  /// Takes the progress line away.
  static func clear() {
    guard StandardError.isTerminal else { return }
    StandardError.writeRaw("\r\u{1B}[K")
  }
}
