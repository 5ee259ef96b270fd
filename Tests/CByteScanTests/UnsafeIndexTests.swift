import CByteScan
import TestSupport
import Testing

/// All variants of the index give the same, and what a look at each byte gives.
///
/// Unsafe because the functions are C's: the arrays have the room that they ask for.
struct UnsafeIndexTests {
  private struct Index: Equatable {
    let positions: [UInt32]
    let ends: [UInt32]
    let end: Int
  }

  private static func index(
    _ bytes: [UInt8], _ variant: byte_scan_variant, isASCII: Bool = false
  ) -> Index {
    var positions = [UInt32](repeating: 0, count: bytes.count + 64)
    var ends = positions
    let found = unsafe byte_scan_index(
      variant, bytes, bytes.count, UInt8(ascii: ","), isASCII, &positions, &ends)
    return Index(
      positions: Array(positions[..<found.positions]), ends: Array(ends[..<found.records]),
      end: found.end)
  }

  private static func random(_ alphabet: [UInt8], _ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(state: seed)
    return (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
  }

  @Test(arguments: UInt64(1)...100)
  func allVariantsAgree(seed: UInt64) {
    for alphabet in ["a,\n", "ab,\"\"\n\r", "abc,\n\0é", "\",\n"] {
      let bytes = Self.random(Array(alphabet.utf8), Int(seed) * 3, seed: seed)
      for isASCII in [false, true] {
        let plain = Self.index(bytes, byte_scan_plain, isASCII: isASCII)
        #expect(Self.index(bytes, byte_scan_vector, isASCII: isASCII) == plain)
        #expect(Self.index(bytes, byte_scan_wide, isASCII: isASCII) == plain)
        #expect(Self.index(bytes, byte_scan_widest, isASCII: isASCII) == plain)
      }
    }
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [1, 3, 5, 7], 8), ("\"a,\n\",b\n", [5, 7], 8),
    ("\"a\"\"b\",c\n", [6, 8], 9), ("a,b\"c\n", [1], 3), ("a,\"b\"c\n", [1], 5),
    ("\"a\"\r\n,", [4, 5], 6), ("\"a\"\rb", [], 4),
  ])
  func findsWhatStandsOutsideQuotes(text: String, positions: [Int], end: Int) {
    let found = Self.index(Array(text.utf8), byte_scan_best_variant())
    #expect(found.positions.map(Int.init) == positions)
    #expect(found.end == end)
  }

  @Test(arguments: UInt64(1)...300)
  func invalidTextIsFoundWhereStringsRepairIt(seed: UInt64) {
    let alphabet: [UInt8] = [
      0x61, 0x62, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80, 0xED, 0xF4, 0x8F, 0xC0,
    ]
    // A mistake near the end of long text that is valid: it may stand at the edge of a block.
    let long = Array(String(repeating: "aé€😀", count: Int(seed % 20)).utf8)
    let bytes = long + Self.random(alphabet, Int(seed % 23), seed: seed)
    let valid = unsafe byte_scan_invalid_utf8(byte_scan_plain, bytes, bytes.count)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((valid == bytes.count) == isValid)
    #expect(String(validating: bytes[..<valid], as: UTF8.self) != nil)
    for variant in [byte_scan_wide, byte_scan_widest] {
      #expect(unsafe byte_scan_invalid_utf8(variant, bytes, bytes.count) == valid)
    }
  }
}
