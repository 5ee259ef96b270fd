/// Puts the new folder in the old one's place.
enum SiteSwitch {
  /// After it the site's name is the new folder, and `staging` is the old one or absent.
  ///
  /// One step where the file system can swap two names, and where there is no old site. Elsewhere
  /// the old site is moved away first, and comes back if the new one cannot take its place.
  static func put(
    _ staging: String, inPlaceOf location: SiteLocation, _ disk: SiteDisk
  ) throws(DiskError) {
    if try disk.entry(location.path) == .nothing {
      return try disk.move(staging, location.path)
    }
    if try disk.exchange(staging, location.path) { return }
    let retired = location.retiredPath(disk.processNumber())
    try disk.move(location.path, retired)
    do {
      try disk.move(staging, location.path)
    } catch {
      try disk.move(retired, location.path)
      throw error
    }
    try disk.move(retired, staging)
  }
}
