import Glibc
import Pipeline

/// Diagnostics and progress. What cannot be written there is lost.
enum StandardError {
  static func write(_ text: String) {
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

/// Tells on a terminal what is going on; silent in a pipe.
enum Progress {
  @Sendable static func report(_ text: String) {
    guard StandardError.isTerminal else { return }
    StandardError.write("\r\u{1B}[K\(text) …")
  }

  /// Takes the progress line away.
  static func clear() {
    guard StandardError.isTerminal else { return }
    StandardError.write("\r\u{1B}[K")
  }
}
