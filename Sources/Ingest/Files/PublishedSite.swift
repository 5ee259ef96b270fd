/// Tells the folders that billfold has published from those with exports.
enum PublishedSite {
  /// True when the folder, whose path ends in `/`, has a manifest of billfold: only its first bytes
  /// are looked at.
  static func isIn(_ folder: String) -> Bool {
    do throws(ReadFailure) {
      let stream = try ByteStream(.file(folder + "manifest.json"))
      let start = String(decoding: try stream.bytes(at: 0, count: 1024), as: UTF8.self)
      return start.contains("\"theme_sha256\"") && start.contains("\"history_key\"")
    } catch {
      return false
    }
  }
}
