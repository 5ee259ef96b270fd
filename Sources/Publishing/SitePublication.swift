public import Digests
internal import Synchronization

/// One publication of a site, from the lock to the switch.
///
/// Files are written into a folder beside the site as they come; nobody sees them until `finish`
/// puts that folder in the site's place in one step. A publication that is dropped without
/// `finish` removes what it wrote, and the old site stays.
///
/// A class because it owns the lock and the folder: both are given back when it goes. Files may be
/// written from several threads at once.
public final class SitePublication: Sendable {
  /// The absolute path of the site's folder.
  public var path: String { location.path }

  /// What stands in the folder now; nil when nothing does.
  public let previous: PreviousSite?

  let location: SiteLocation
  /// The folder that the new site is written into.
  let staging: String
  let disk: SiteDisk
  private let lock: SiteLock
  private let state = Mutex(State())

  private struct State {
    /// The open staging folder; nil only until it is there.
    var folder: SiteFolder?
    var files: [ManifestWriter.File] = []
    var paths: Set<String> = []
    var folders: Set<String> = []
    var isFinished = false
  }

  /// Checks the folder, takes its lock and clears away what a killed run has left.
  ///
  /// - Parameters:
  ///   - directory: the site's folder; it and the folders above it are made when absent.
  ///   - inputs: the files and folders that are read, which the site may not hold nor lie in.
  ///   - disk: the file system.
  /// - Throws: `PublishingError`; nothing is changed then.
  public init(
    at directory: String, inputs: [String], disk: SiteDisk = .system
  ) throws(PublishingError) {
    let (location, previous) = try SiteLocation.check(directory, inputs: inputs, disk: disk)
    let staging = location.stagingPath(disk.processNumber())
    self.disk = disk
    self.location = location
    self.previous = previous
    self.staging = staging
    lock = try Self.prepare(location, disk)
    // From here on deinit runs when something is thrown, and gives the lock back.
    try Self.removeLeftOvers(location, disk)
    let folder = try onDisk { () throws(DiskError) in
      try disk.makeFolder(staging)
      return try disk.openFolder(staging)
    }
    state.withLock { $0.folder = folder }
  }

  deinit {
    if !state.withLock({ $0.isFinished }) { Self.discard(staging, disk) }
    disk.unlock(lock)
  }

  /// Writes one file of the site. One that the old site has with the same content stays as it is, with its
  /// time, under the same path of the new site.
  ///
  /// - Parameters:
  ///   - path: its path in the site, with `/`: `products/sku-1.html`.
  ///   - bytes: its content.
  /// - Returns: the SHA-256 of the content.
  /// - Throws: `PublishingError`; the publication is to be dropped then.
  @discardableResult
  public func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) -> Digest {
    guard SitePath.isPossible(path), path != PreviousSite.manifestName else {
      throw PublishingError.badFilePath(path)
    }
    let isNew = state.withLock { $0.paths.insert(path).inserted }
    guard isNew else { throw PublishingError.duplicateFile(path) }
    try makeFolders(of: path)
    let digest = SHA256.digest(of: bytes)
    let file = ManifestWriter.File(path: path, sha256: digest.hex, bytes: bytes.count)
    if !keeps(file, bytes) {
      try onDisk { () throws(DiskError) in try folder.write(path, bytes) }
    }
    state.withLock { $0.files.append(file) }
    return digest
  }

  /// Writes the manifest, brings everything to the disk and puts the new site in place.
  ///
  /// - Parameters:
  ///   - head: what the manifest says besides its files.
  ///   - source: names everything that decides what the build makes, without white space; nil when that is not
  ///     known, and the site is to be made again by the next build.
  /// - Throws: `PublishingError`; the old site stands then.
  public func finish(
    _ head: ManifestHead, madeOf source: String? = nil
  ) throws(PublishingError) {
    let files = state.withLock { $0.files }
    let manifest = ManifestWriter.manifest(head, files: files)
    try onDisk { () throws(DiskError) in
      try folder.write(PreviousSite.manifestName, manifest)
      if let source { seal(manifest, madeOf: source) }
      if case .folder(let mode) = try disk.entry(location.path) {
        try disk.setMode(staging, mode)
      }
      try disk.sync(staging)
      try SiteSwitch.put(staging, inPlaceOf: location, disk)
    }
    state.withLock { $0.isFinished = true }
    // The old site now has the staging name. What cannot be removed is cleared by the next run.
    Self.discard(staging, disk)
  }
}

extension SitePublication {
  private var folder: SiteFolder {
    guard let folder = state.withLock({ $0.folder }) else {
      preconditionFailure("a publication that was begun has opened its folder")
    }
    return folder
  }

  /// Takes a file over from the old site; false when it has to be written.
  private func keeps(_ file: ManifestWriter.File, _ bytes: [UInt8]) -> Bool {
    // The manifest only saves a look at files that have changed.
    guard let previous, previous.files[file.path] == file else { return false }
    return folder.keep(file.path, AbsolutePath.join(location.path, file.path), bytes)
  }

  private func makeFolders(of path: String) throws(PublishingError) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      end = path.index(after: slash)
      if state.withLock({ $0.folders.contains(folder) }) { continue }
      try onDisk { () throws(DiskError) in
        try disk.makeFolder(AbsolutePath.join(staging, folder))
      }
      state.withLock { _ = $0.folders.insert(folder) }
    }
  }

  /// Makes the folders above the site and takes the lock.
  private static func prepare(
    _ location: SiteLocation, _ disk: SiteDisk
  ) throws(PublishingError) -> SiteLock {
    var folder = ""
    for name in location.parent.split(separator: "/") {
      folder += "/" + name
      let path = folder
      try onDisk { () throws(DiskError) in
        if try disk.entry(path) == .nothing { try disk.makeFolder(path) }
      }
    }
    let taken = try onDisk { () throws(DiskError) in try disk.lock(location.lockPath) }
    guard let lock = taken else { throw PublishingError.busy(location.path) }
    return lock
  }

  private static func removeLeftOvers(
    _ location: SiteLocation, _ disk: SiteDisk
  ) throws(PublishingError) {
    try onDisk { () throws(DiskError) in
      for name in try disk.names(location.parent) where location.isLeftOver(name) {
        try disk.removeTree(AbsolutePath.join(location.parent, name))
      }
    }
  }

  private static func discard(_ folder: String, _ disk: SiteDisk) {
    do {
      try disk.removeTree(folder)
    } catch {
      // Nothing is lost: the next run clears it away before it starts.
    }
  }
}
