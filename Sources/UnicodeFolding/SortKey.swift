internal import CUTF8Proc

/// Where a text stands on a page: first by its letters without case and marks, then by its exact
/// code points.
///
/// "Åsa", "asa" and "ASA" stand together, in one order on every machine. Two texts have equal keys
/// only when they are the same code points, so sorting by it is total.
public struct SortKey: Hashable, Sendable {
  /// The folded text as UTF-8: decomposed, without marks, case folded.
  public let folded: [UInt8]
  /// The text itself as UTF-8.
  public let exact: [UInt8]

  /// Makes the key of a text.
  public init(_ text: String) {
    exact = Array(text.utf8)
    folded =
      if UnicodeMapping.isASCII(exact) {
        exact.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
      } else {
        UnicodeMapping.map(exact, [UTF8PROC_DECOMPOSE, UTF8PROC_STRIPMARK, UTF8PROC_CASEFOLD])
      }
  }
}

extension SortKey: Comparable {
  /// Orders by folded text, then by code points.
  public static func < (left: SortKey, right: SortKey) -> Bool {
    if left.folded != right.folded {
      return left.folded.lexicographicallyPrecedes(right.folded)
    }
    return left.exact.lexicographicallyPrecedes(right.exact)
  }
}
