internal import Digests

extension SitePublication {
  /// How many files the site that stands has, and how many of them are pages; nil when nothing stands.
  public var standing: (files: Int, pages: Int)? {
    previous.map { site in (site.files.count, site.files.keys.count { $0.hasSuffix(".html") }) }
  }

  /// True when the site that stands is the one that a build would put in its place: it was made of the same, no file
  /// was added or is missing, and each is as it was written.
  ///
  /// What it was made of stands in the seal. A file that was last changed before the site was sealed, by the file
  /// system's own mark of time, which nobody can set, and that never left its folder, is as it was written. The
  /// content of all others is compared.
  ///
  /// - Parameter source: names everything that decides what the build makes.
  /// - Returns: false also when that cannot be told.
  public func stands(madeOf source: String) -> Bool {
    guard let previous else { return false }
    do throws(DiskError) {
      let path = AbsolutePath.join(location.path, PreviousSite.manifestName)
      guard let seal = SiteSeal(text: try disk.mark(path) ?? "") else { return false }
      let manifest = SHA256.digest(of: try disk.read(path)).hex
      let (own, folder) = (try disk.facts(path), try disk.facts(location.path))
      let written = try disk.facts(staging)
      guard seal.source == source, seal.manifest == manifest, own.isFile(like: written) else {
        return false
      }
      // By a clock that was ahead when the site was sealed, changes since would seem to be older.
      let isInPlace =
        seal.places == SiteSeal.places(own, folder) && seal.time < written.changed
      let site = StandingSite(
        files: previous.files, path: location.path, disk: disk,
        sealed: isInPlace ? seal.time : nil, device: folder.device, written: written)
      return try site.isWhole()
    } catch {
      return false
    }
  }

  /// Seals the site that is about to be put in place: what is changed in it from now on is not what the build wrote.
  func seal(_ manifest: [UInt8], madeOf source: String) {
    do throws(DiskError) {
      let path = AbsolutePath.join(staging, PreviousSite.manifestName)
      let places = SiteSeal.places(try disk.facts(path), try disk.facts(staging))
      let seal = SiteSeal(
        time: try disk.later(path), places: places, manifest: SHA256.digest(of: manifest).hex,
        source: source)
      try disk.setMark(path, seal.text)
    } catch {
      // A site without a seal is made again by the next build.
    }
  }
}

/// What is kept with the manifest of a finished site, beside its bytes: no part of the site, and nothing that a copy
/// of it can use.
struct SiteSeal: Hashable {
  /// Later than anything in the site was written.
  let time: FileFacts.Time
  /// By which numbers the file system knows the manifest and the site's folder.
  let places: String
  /// The SHA-256 of the manifest.
  let manifest: String
  /// What the site was made of.
  let source: String

  var text: String {
    "1 \(time.seconds) \(time.nanoseconds) \(places) \(manifest) \(source)"
  }

  init(time: FileFacts.Time, places: String, manifest: String, source: String) {
    (self.time, self.places, self.manifest, self.source) = (time, places, manifest, source)
  }

  /// Reads a seal; nil when it is none.
  init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[0] == "1", let seconds = Int(parts[1]),
      let nanoseconds = Int(parts[2])
    else { return nil }
    self.init(
      time: FileFacts.Time(seconds: seconds, nanoseconds: nanoseconds), places: String(parts[3]),
      manifest: String(parts[4]), source: String(parts[5]))
  }

  static func places(_ manifest: FileFacts, _ folder: FileFacts) -> String {
    "\(manifest.device):\(manifest.number):\(folder.device):\(folder.number)"
  }
}

/// A site as its manifest lists it, compared with what is on the disk.
private struct StandingSite {
  let files: [String: ManifestWriter.File]
  let path: String
  let disk: SiteDisk
  /// What was changed before is as it was written; nil when that is not known of anything.
  let sealed: FileFacts.Time?
  /// The file system of the site's folder; what is mounted in it came from elsewhere.
  let device: UInt64
  /// A folder that was made just now.
  let written: FileFacts

  /// True when all files are there, no other is, and each is as it was written.
  func isWhole() throws(DiskError) -> Bool {
    try expectedFiles(in: "", isKnown: sealed != nil) == files.count
  }

  /// How many files a folder and those in it have; nil when one of them, or something else, is not to be there
  /// or not as it was written. `isKnown` is false for what may have come from elsewhere.
  private func expectedFiles(in folder: String, isKnown: Bool) throws(DiskError) -> Int? {
    var count = 0
    for entry in try disk.look(AbsolutePath.join(path, folder)) {
      let place = folder.isEmpty ? entry.name : AbsolutePath.join(folder, entry.name)
      let isOld =
        isKnown && entry.facts.device == device
        && sealed.map { entry.facts.changed < $0 } ?? false
      if let file = files[place] {
        guard try isAsWritten(file, entry.facts, isKnown: isOld) else { return nil }
        count += 1
      } else if place != PreviousSite.manifestName {
        guard entry.facts.isFolder(like: written),
          let inside = try expectedFiles(in: place, isKnown: isOld), inside > 0
        else { return nil }
        count += inside
      }
    }
    return count
  }

  private func isAsWritten(
    _ file: ManifestWriter.File, _ facts: FileFacts, isKnown: Bool
  ) throws(DiskError) -> Bool {
    guard facts.isFile(like: written), facts.size == file.bytes else { return false }
    if isKnown { return true }
    return SHA256.digest(of: try disk.read(AbsolutePath.join(path, file.path))).hex == file.sha256
  }
}
