/// Paths of files in a site.
enum SitePath {
  /// True for `a/b.html`: relative, without empty, `.` and `..` parts, control characters and
  /// backslashes, no part longer than 255 bytes.
  static func isPossible(_ path: String) -> Bool {
    guard path.utf8.count <= 1024 else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && part.count <= 255 && !part.elementsEqual(".".utf8)
          && !part.elementsEqual("..".utf8)
          && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      }
  }
}
