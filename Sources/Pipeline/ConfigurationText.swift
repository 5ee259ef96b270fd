import Diagnostics
import Digests

/// The text of `billfold.yaml`, for findings that point into it.
public struct ConfigurationText: Sendable {
  /// Its name, without the folder.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// The SHA-256 of what it holds in hex.
  var sha256: String { SHA256.digest(of: bytes).hex }

  /// Keeps a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The line that a finding points at; nil when it is not there.
  func excerpt(of finding: Finding) -> Excerpt? {
    guard let line = finding.location.line, let column = finding.location.column else { return nil }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return nil }
    let text = lines[line - 1].filter { $0 != 13 }
    return Excerpt(
      line: Array(text), column: column, length: finding.value?.utf8.count ?? 1)
  }
}
