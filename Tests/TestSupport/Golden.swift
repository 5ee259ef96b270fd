public import Testing
import FoundationEssentials

/// Whole outputs that were looked at once and are compared from then on.
public enum Golden {
  /// Compares a text with the file `Golden/NAME` beside the test's file.
  ///
  /// With `BILLFOLD_RECORD=1` in the environment the file is written anew and the test still fails, so
  /// that nobody records by accident. After a failure the text is attached to the test.
  public static func expect(
    _ text: String, equals name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) {
    let path = URL(filePath: file).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["BILLFOLD_RECORD"] == "1" {
      record(text, at: path, name, location)
      return
    }
    guard let data = FileManager.default.contents(atPath: path.path) else {
      Issue.record(
        "there is no Golden/\(name); record it with BILLFOLD_RECORD=1", sourceLocation: location)
      return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return }
    Issue.record(
      "the text differs from Golden/\(name)\n\(firstDifference(expected, text))",
      sourceLocation: location)
    Attachment.record(
      text, named: String(name.map { $0 == "/" ? "_" : $0 }), sourceLocation: location)
  }

  private static func record(
    _ text: String, at path: URL, _ name: String, _ location: SourceLocation
  ) {
    do {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
      Issue.record(
        "recorded Golden/\(name); look at it before it is committed", sourceLocation: location)
    } catch {
      Issue.record("Golden/\(name) cannot be written: \(error)", sourceLocation: location)
    }
  }

  private static func firstDifference(_ expected: String, _ found: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = found.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(left.count, right.count)
    let was = left.indices.contains(line) ? String(left[line]) : "(end)"
    let now = right.indices.contains(line) ? String(right[line]) : "(end)"
    return "line \(line + 1)\n  golden: \(was)\n  now:    \(now)"
  }
}
