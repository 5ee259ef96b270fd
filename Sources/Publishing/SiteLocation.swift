/// The folder of a site as an absolute path without links, checked to be one that may be replaced.
struct SiteLocation: Hashable {
  /// The folder that holds it.
  let parent: String
  /// Its name in there.
  let name: String

  var path: String { AbsolutePath.join(parent, name) }
  var lockPath: String { AbsolutePath.join(parent, ".\(name).lock") }

  /// Where the new site is written until it takes the old one's place.
  func stagingPath(_ number: Int) -> String { AbsolutePath.join(parent, ".\(name).new-\(number)") }

  /// Where the old site waits on file systems that cannot swap.
  func retiredPath(_ number: Int) -> String { AbsolutePath.join(parent, ".\(name).old-\(number)") }

  /// True for folders that a killed run has left beside the site.
  func isLeftOver(_ sibling: String) -> Bool {
    for prefix in [".\(name).new-", ".\(name).old-"] where sibling.hasPrefix(prefix) {
      let digits = sibling.utf8.dropFirst(prefix.utf8.count)
      if !digits.isEmpty, digits.allSatisfy({ $0 &- 48 < 10 }) { return true }
    }
    return false
  }
}

extension SiteLocation {
  /// Finds the folder, checks that a site may stand there, and reads the site that does; makes and
  /// changes nothing.
  static func check(
    _ directory: String, inputs: [String], disk: SiteDisk
  ) throws(PublishingError) -> (location: SiteLocation, previous: PreviousSite?) {
    let path = try AbsolutePath.of(directory, disk)
    guard path != "/", let slash = path.lastIndex(of: "/") else {
      throw PublishingError.rootFolder
    }
    if AbsolutePath.holds(path, try AbsolutePath.of(".", disk)) {
      throw PublishingError.holdsWorkingFolder(path)
    }
    try refuse(path, asPartOf: inputs, disk)
    let previous = try previousSite(path, disk)
    let parent = path[..<slash]
    let location = SiteLocation(
      parent: parent.isEmpty ? "/" : String(parent),
      name: String(path[path.index(after: slash)...]))
    return (location, previous)
  }

  private static func refuse(
    _ path: String, asPartOf inputs: [String], _ disk: SiteDisk
  ) throws(PublishingError) {
    for input in inputs {
      let inputPath = try AbsolutePath.of(input, disk)
      if AbsolutePath.holds(path, inputPath) {
        throw PublishingError.holdsInput(path, input: input)
      }
    }
  }

  /// The site in the folder, which may be absent or empty and nothing else.
  private static func previousSite(
    _ path: String, _ disk: SiteDisk
  ) throws(PublishingError) -> PreviousSite? {
    switch try onDisk({ () throws(DiskError) in try disk.entry(path) }) {
    case .nothing: return nil
    case .file, .other: throw PublishingError.notAFolder(path)
    case .folder: break
    }
    let names = try onDisk { () throws(DiskError) in try disk.names(path) }
    guard !names.isEmpty else { return nil }
    guard let site = try PreviousSite.read(path, disk: disk) else {
      throw PublishingError.foreignFolder(path)
    }
    return site
  }
}

/// Runs calls to the file system, with their failure as ours.
func onDisk<Result>(
  _ work: () throws(DiskError) -> Result
) throws(PublishingError) -> Result {
  do {
    return try work()
  } catch {
    throw PublishingError.disk(error)
  }
}
