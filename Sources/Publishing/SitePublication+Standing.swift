internal import Digests

extension SitePublication {
  /// How many files the site that stands has, and how many of them are pages; nil when nothing stands.
  public var standing: (files: Int, pages: Int)? {
    previous.map { site in (site.files.count, site.files.keys.count { $0.hasSuffix(".html") }) }
  }

  /// True when the site that stands is the one that a build with this head would put in its place: it was made of
  /// the same by this program, no file was added or is missing, and each is as it was written.
  ///
  /// A file is as it was written when it has the size and the permissions, and was not changed since the site was
  /// sealed, by the file system's own mark of time, which nobody can set. Where that mark tells nothing, as in a site
  /// that came back from an archive, the file's content is compared.
  public func stands(_ head: ManifestHead) -> Bool {
    guard let previous else { return false }
    do throws(DiskError) {
      let manifest = AbsolutePath.join(location.path, PreviousSite.manifestName)
      guard ManifestWriter.isManifest(try disk.read(manifest), of: head) else { return false }
      let seal = try disk.facts(manifest)
      let written = try disk.facts(staging)
      guard let program = disk.programChanged(), program < seal.changed,
        seal.isFile(like: written)
      else { return false }
      let site = StandingSite(
        files: previous.files, path: location.path, disk: disk, seal: seal, written: written)
      return try site.isWhole()
    } catch {
      return false
    }
  }

  /// Marks the site as finished: what is changed in it from now on is not what the build wrote.
  func seal() {
    do throws(DiskError) {
      try disk.seal(AbsolutePath.join(location.path, PreviousSite.manifestName))
    } catch {
      // The next build then compares the files' content.
    }
  }
}

/// A site as its manifest lists it, compared with what is on the disk.
private struct StandingSite {
  let files: [String: ManifestWriter.File]
  let path: String
  let disk: SiteDisk
  /// What is changed later than the seal is not known to be as it was written.
  let seal: FileFacts
  /// A folder that was made just now.
  let written: FileFacts

  /// True when all files are there, no other is, and each is as it was written.
  func isWhole() throws(DiskError) -> Bool {
    try expectedFiles(in: "") == files.count
  }

  /// How many files a folder and those in it have; nil when one of them, or something else, is not to be there
  /// or not as it was written.
  private func expectedFiles(in folder: String) throws(DiskError) -> Int? {
    var count = 0
    for entry in try disk.look(AbsolutePath.join(path, folder)) {
      let place = folder.isEmpty ? entry.name : AbsolutePath.join(folder, entry.name)
      if let file = files[place] {
        guard try isAsWritten(file, entry.facts) else { return nil }
        count += 1
      } else if place != PreviousSite.manifestName {
        guard entry.facts.isFolder(like: written), let inside = try expectedFiles(in: place),
          inside > 0
        else { return nil }
        count += inside
      }
    }
    return count
  }

  private func isAsWritten(
    _ file: ManifestWriter.File, _ facts: FileFacts
  ) throws(DiskError) -> Bool {
    guard facts.isFile(like: written), facts.size == file.bytes else { return false }
    if facts.changed < seal.changed { return true }
    return SHA256.digest(of: try disk.read(AbsolutePath.join(path, file.path))).hex == file.sha256
  }
}
