import Glibc

extension InputFile {
  /// How many bytes it has; 0 when that cannot be told.
  public var byteCount: Int {
    switch source {
    case .memory(let bytes): return bytes.count
    case .spool(let piece): return piece.count
    case .file(let path):
      var facts = stat()
      guard unsafe stat(path, &facts) == 0 else { return 0 }
      return Int(facts.st_size)
    }
  }

  /// True when something is there.
  public var exists: Bool {
    switch source {
    case .memory, .spool: return true
    case .file(let path): return unsafe access(path, F_OK) == 0
    }
  }

  /// True when the file, or the archive it comes from, is that path or lies below that folder.
  public func isBelow(_ path: String) -> Bool {
    guard let own = origin else { return path == self.path }
    return own == path || own.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
