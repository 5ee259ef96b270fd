/// A number as a person writes it: digits, perhaps in groups of three, with a decimal mark.
///
/// Groups may be set apart by the other mark, by a blank (also a no-break or thin one) or by an
/// apostrophe; within one number always in the same way.
struct WrittenNumber: Hashable, Sendable {
  private enum Separator: Hashable, Sendable { case point, comma, blank, apostrophe }

  private let isNegative: Bool
  private let runs: [[UInt8]]
  private let separators: [Separator]

  /// Nil when the bytes are not digits with separators between them.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    var isNegative = false
    if bytes.count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var runs: [[UInt8]] = []
    var separators: [Separator] = []
    while true {
      var run: [UInt8] = []
      while index < bytes.count, bytes[index] &- 48 < 10 {
        run.append(bytes[index])
        index += 1
      }
      guard !run.isEmpty else { return nil }
      runs.append(run)
      guard index < bytes.count else { break }
      guard let next = Self.separator(bytes, at: index) else { return nil }
      separators.append(next.separator)
      index += next.length
    }
    self.isNegative = isNegative
    self.runs = runs
    self.separators = separators
  }

  /// The number in plain form, `-1234.5`; nil when it cannot be written so with that mark.
  func plain(_ mark: DecimalMark) -> [UInt8]? {
    let markSeparator: Separator = mark == .point ? .point : .comma
    var groups = separators[...]
    let hasDecimals = groups.last == markSeparator
    if hasDecimals { groups.removeLast() }
    guard !groups.contains(markSeparator), Set(groups).count <= 1,
      groups.isEmpty || areGroups(runs[...groups.count])
    else { return nil }
    var plain: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    plain += runs[...groups.count].joined()
    if hasDecimals { plain += [UInt8(ascii: ".")] + runs[runs.count - 1] }
    return plain
  }

  /// True when it has groups of thousands, read with that mark.
  func hasGroups(_ mark: DecimalMark) -> Bool {
    separators.count > (separators.last == (mark == .point ? .point : .comma) ? 1 : 0)
  }

  /// One to three digits, not beginning with a zero, then always three.
  private func areGroups(_ runs: ArraySlice<[UInt8]>) -> Bool {
    guard let first = runs.first, first.count <= 3, first[0] != UInt8(ascii: "0") else {
      return false
    }
    return runs.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func separator(
    _ bytes: Span<UInt8>, at index: Int
  ) -> (separator: Separator, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "."): return (.point, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: " "): return (.blank, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return (.blank, 2)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      // The thin blank, the apostrophe ’ and the narrow no-break blank.
      switch bytes[index + 2] {
      case 0x89, 0xAF: return (.blank, 3)
      case 0x99: return (.apostrophe, 3)
      default: return nil
      }
    default: return nil
    }
  }
}
