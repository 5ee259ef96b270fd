/// Absolute paths without links and dots.
enum AbsolutePath {
  /// The absolute path of something that exists, or of what would be made there.
  static func of(_ path: String, _ disk: SiteDisk) throws(PublishingError) -> String {
    try onDisk { () throws(DiskError) in
      var existing = path.isEmpty ? "." : path
      var missing: [Substring] = []
      while true {
        if let real = try disk.realPath(existing) {
          return append(missing.reversed(), to: real)
        }
        let trimmed = withoutTrailingSlashes(existing)
        guard let slash = trimmed.lastIndex(of: "/") else {
          missing.append(trimmed)
          existing = "."
          continue
        }
        missing.append(trimmed[trimmed.index(after: slash)...])
        existing = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
      }
    }
  }

  /// True when `inner` is `outer` or lies in it.
  static func holds(_ outer: String, _ inner: String) -> Bool {
    outer == "/" || inner == outer || inner.hasPrefix(outer + "/")
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// Adds names of things that do not exist, so that `..` only means the name before.
  private static func append(_ names: [Substring], to path: String) -> String {
    var path = path
    for name in names where !name.isEmpty && name != "." {
      if name == "..", let slash = path.lastIndex(of: "/") {
        path = slash == path.startIndex ? "/" : String(path[..<slash])
      } else {
        path = join(path, String(name))
      }
    }
    return path
  }

  private static func withoutTrailingSlashes(_ path: String) -> Substring {
    var rest = path[...]
    while rest.count > 1, rest.hasSuffix("/") { rest = rest.dropLast() }
    return rest
  }
}
