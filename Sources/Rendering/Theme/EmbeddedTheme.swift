internal import CTheme

/// The default theme as it stands in the binary.
enum EmbeddedTheme {
  /// The files of `templates/`, ordered by path.
  static let files: [ThemeFile] = {
    // Unsafe: the table is constant data of the program, and its bytes are copied here.
    var files: [ThemeFile] = []
    for index in 0..<theme_file_count {
      guard let entry = unsafe theme_entry(index) else { continue }
      let path = unsafe String(cString: entry.pointee.path)
      let bytes = unsafe UnsafeBufferPointer(
        start: entry.pointee.bytes, count: entry.pointee.count)
      files.append(ThemeFile(path: path, bytes: unsafe Array(bytes)))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }()
}

/// One file of a theme.
public struct ThemeFile: Hashable, Sendable {
  /// The path below the theme's folder, with `/`.
  public let path: String
  /// The file's bytes.
  public let bytes: [UInt8]
}
