internal import CUTF8Proc

/// Names of columns as they are matched: case, spaces, hyphens, underscores and the kind of
/// apostrophe do not count.
public enum HeaderName {
  /// The key of a column name: `Date d’expiration` gives `dated'expiration`, `Invoice_ID` gives
  /// `invoiceid`.
  ///
  /// NFKC, apostrophes to `'`, case folded, without white space, dashes, underscores and invisible
  /// characters. Two names match when their keys are the same bytes.
  public static func key(_ name: String) -> String {
    let bytes = Array(name.utf8)
    if let key = asciiKey(bytes) { return key }
    let folded = UnicodeMapping.map(
      bytes, [UTF8PROC_COMPOSE, UTF8PROC_COMPAT, UTF8PROC_CASEFOLD])
    var key = String.UnicodeScalarView()
    for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars
    where !isLeftOut(scalar) {
      key.append(apostrophes.contains(scalar.value) ? "'" : scalar)
    }
    return String(key)
  }

  /// The key of a name in ASCII, as most are; nil for others.
  private static func asciiKey(_ bytes: [UInt8]) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case 0x80...: return nil
      case 9...13, UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "`"): key.append(UInt8(ascii: "'"))
      default: key.append(byte)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static let apostrophes: Set<UInt32> = [
    0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032,
  ]

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar.properties.isWhitespace { return true }
    return switch scalar.properties.generalCategory {
    case .dashPunctuation, .format: true
    default: false
    }
  }
}
