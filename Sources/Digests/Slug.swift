internal import UnicodeFolding

/// The name of an id in file names and anchors.
///
/// An id made of lower-case letters, digits, `.`, `_` and `-` (at most 60, no reserved word) is
/// its own slug. Any other gets its readable part and ten digits of its SHA-256 after `~`, a
/// character that no id of the first kind has: so different ids have different slugs without
/// counters, on disks that fold case too.
public enum Slug {
  /// The slug of an id.
  public static func of(_ id: String) -> String {
    let bytes = Array(id.utf8)
    if isOwnSlug(bytes) { return id }
    let digits = SHA256.digest(of: bytes.span).hex(prefix: 10)
    return readablePart(of: id) + "~" + digits
  }

  private static func isOwnSlug(_ id: [UInt8]) -> Bool {
    guard let first = id.first, let last = id.last, id.count <= 60, isAlphanumeric(first),
      last != dot, id.allSatisfy(isPlain)
    else { return false }
    let stem = id.prefix { $0 != dot }
    return !reserved.contains(String(decoding: stem, as: UTF8.self))
  }

  private static func readablePart(of id: String) -> String {
    var part: [UInt8] = []
    var isInRun = false
    for byte in Lowercase.fold(Normalization.nfkc(id)).utf8 {
      if isPlain(byte) {
        part.append(byte)
      } else if !isInRun {
        part.append(hyphen)
      }
      isInRun = !isPlain(byte)
      if part.count == 40 { break }
    }
    return String(decoding: withoutReservedStem(part), as: UTF8.self)
  }

  /// `nul.txt` is the device too, whatever follows: the point goes.
  private static func withoutReservedStem(_ part: [UInt8]) -> [UInt8] {
    var part = part
    if let point = part.firstIndex(of: dot),
      reserved.contains(String(decoding: part[..<point], as: UTF8.self))
    {
      part[point] = hyphen
    }
    return part
  }

  private static let dot = UInt8(ascii: ".")
  private static let hyphen = UInt8(ascii: "-")

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 97 < 26 || byte &- 48 < 10
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == dot || byte == hyphen || byte == UInt8(ascii: "_")
  }

  /// Names that mean something to a web server or to Windows, with any ending.
  private static let reserved: Set<String> = {
    var names: Set<String> = ["index", "page", "con", "prn", "aux", "nul"]
    for number in 0...9 {
      names.insert("com\(number)")
      names.insert("lpt\(number)")
    }
    return names
  }()
}
