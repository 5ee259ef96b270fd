internal import JSONReading

/// What the manifest of the site that stands now says: what the next build is compared with.
public struct PreviousSite: Hashable, Sendable {
  /// The program's version that made it.
  public let version: String
  /// Its build id.
  public let key: String
  /// Its report date.
  public let asOf: String
  /// How many rows of each table were accepted.
  public let accepted: [String: Int]
  /// Its files by path.
  let files: [String: ManifestWriter.File]

  /// The name of the manifest in a site.
  public static let manifestName = "manifest.json"

  /// Reads the manifest in that folder.
  ///
  /// - Returns: nil when the folder has no manifest or one that is not billfold's.
  /// - Throws: `PublishingError.disk` when there is one that cannot be read.
  public static func read(
    _ directory: String, disk: SiteDisk = .system
  ) throws(PublishingError) -> PreviousSite? {
    let path = AbsolutePath.join(directory, manifestName)
    let entry = try onDisk { () throws(DiskError) in try disk.entry(path) }
    guard entry == .file else { return nil }
    return PreviousSite(manifest: try onDisk { () throws(DiskError) in try disk.read(path) })
  }

  /// Reads the bytes of a manifest; nil when they are not one of billfold's.
  public init?(manifest bytes: [UInt8]) {
    let root: JSONValue
    do {
      root = try JSONValue(parsing: bytes)
    } catch {
      return nil
    }
    guard let version = root["version"]?.text, let key = root["key"]?.text,
      let asOf = root["as_of"]?.text, let files = root["files"]?.elements,
      let counts = root["counts"]
    else { return nil }
    self.version = version
    self.key = key
    self.asOf = asOf
    self.files = Self.files(files)
    var accepted: [String: Int] = [:]
    if case .object(let tables)? = counts["tables"] {
      for table in tables { accepted[table.key] = table.value["accepted"]?.integer }
    }
    self.accepted = accepted
  }

  private static func files(_ elements: [JSONValue]) -> [String: ManifestWriter.File] {
    var files: [String: ManifestWriter.File] = [:]
    for element in elements {
      guard let path = element["path"]?.text, let sha256 = element["sha256"]?.text,
        let bytes = element["bytes"]?.integer
      else { continue }
      files[path] = ManifestWriter.File(path: path, sha256: sha256, bytes: bytes)
    }
    return files
  }

  /// The tables that had accepted rows in this site and have none now, in alphabetical order.
  public func tablesLost(now accepted: [String: Int]) -> [String] {
    self.accepted.filter { $0.value > 0 && accepted[$0.key, default: 0] == 0 }.map(\.key).sorted()
  }
}
