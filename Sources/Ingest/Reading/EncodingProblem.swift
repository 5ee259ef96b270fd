import CSVReading
import Diagnostics

/// Finds bytes that are not text.
enum EncodingProblem {
  /// What is wrong with the text of a range, as the rule `bad-encoding`; nil when it is text.
  static func find(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ encoding: TextEncoding
  ) -> CellProblem? {
    var isPlain = true
    for index in range where bytes[index] == 0 || bytes[index] >= 0x80 {
      if bytes[index] == 0 { return CellProblem(rule: .badEncoding, variant: 1) }
      isPlain = false
    }
    guard !isPlain else { return nil }
    if encoding == .windows1252 {
      return range.first { TextBytes.isUndefinedInWindows1252(bytes[$0]) }.map {
        invalid(bytes[$0], encoding)
      }
    }
    guard let bad = TextBytes.firstInvalid(bytes, in: range) else { return nil }
    guard encoding.isUTF16 else {
      return invalid(bytes[bad], encoding == .utf8WithMark ? .utf8 : encoding)
    }
    return halfCharacter(bytes, bad, range.upperBound)
  }

  private static func invalid(_ byte: UInt8, _ encoding: TextEncoding) -> CellProblem {
    CellProblem(
      rule: .badEncoding,
      facts: [
        Fact("byte", String(byte, radix: 16, uppercase: true)),
        Fact("encoding", encoding.rawValue),
      ])
  }

  /// Half of a surrogate pair, or half a code unit, as `UTF16Transcoder` keeps them.
  private static func halfCharacter(
    _ bytes: Span<UInt8>, _ bad: Int, _ end: Int
  ) -> CellProblem {
    guard bytes[bad] != UTF16Transcoder.halfUnit, bad + 2 < end else {
      return CellProblem(rule: .badEncoding, variant: 4)
    }
    let unit =
      0xD000 | UInt32(bytes[bad + 1] & 0x3F) << 6 | UInt32(bytes[bad + 2] & 0x3F)
    return CellProblem(
      rule: .badEncoding, variant: 3,
      facts: [Fact("unit", String(unit, radix: 16, uppercase: true))])
  }
}

extension TextEncoding {
  /// True for the two kinds of UTF-16, whose text is turned into UTF-8 before it is read.
  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
