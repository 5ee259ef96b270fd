import FoundationEssentials

/// A folder of one test, removed with everything in it when the test lets it go.
///
/// A class because the folder goes with its owner.
public final class TemporaryFolder: Sendable {
  /// Its absolute path.
  public let path: String

  /// Makes an empty folder in the system's place for temporary files.
  public init() throws {
    let name = "billfold-test-" + UUID().uuidString
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The absolute path of something in it.
  public func path(of name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders above it.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file, with the folders above it.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(filePath: path(of: name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file; nil when it is not there.
  public func text(of name: String) -> String? {
    FileManager.default.contents(atPath: path(of: name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of all files in it, hidden ones too, in alphabetical order.
  public func files(below name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(of: name)).filter { item in
      var isFolder = false
      return FileManager.default.fileExists(
        atPath: path(of: name.isEmpty ? item : name + "/" + item), isDirectory: &isFolder)
        && !isFolder
    }.sorted()
  }

  /// Removes a file.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(of: name))
  }

  /// Sets the time of a file to that many seconds after now, so that no clock is too coarse to tell.
  public func date(_ name: String, secondsAhead: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: secondsAhead)], ofItemAtPath: path(of: name))
  }

  /// The permission bits of a file; nil when it is not there.
  public func permissions(of name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name))
    return attributes?[.posixPermissions] as? Int
  }

  /// Sets the permission bits of a file.
  public func setPermissions(_ bits: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: bits], ofItemAtPath: path(of: name))
  }

  /// The number by which the file system knows a file; nil when it is not there.
  public func fileNumber(of name: String) -> UInt64? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: name))
    return attributes?[.systemFileNumber] as? UInt64
  }
}
