import Foundation
import TestSupport
import Testing

/// Programs of the system that tests use beside ours.
enum Tool {
  /// What a program prints; it must end well.
  static func run(_ path: String, _ arguments: [String], folder: String) throws -> String {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "out")
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path(of: "out"))
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(path) \(arguments)")
    return scratch.text(of: "out") ?? ""
  }
}
