import CByteScan
import TestSupport
import Testing

/// Cells that are read many bytes at once, against what their digits say one by one.
///
/// Unsafe because the functions are C's: bytes follow each cell, as they ask for.
struct UnsafeCellsTests {
  private struct Number: Equatable {
    var mantissa = Int64.min
    var decimals = 0
    var isOdd = true
  }

  private static func withCell<Result>(
    _ text: String, _ body: (UnsafePointer<byte_scan_cells>) -> Result
  ) -> Result {
    let bytes = Array(text.utf8) + [UInt8](repeating: UInt8(ascii: "7"), count: 32)
    let positions = [UInt32.max, UInt32(text.utf8.count)]
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe positions.withUnsafeBufferPointer { positions in
        var cells = unsafe byte_scan_cells(
          bytes: bytes.baseAddress, positions: positions.baseAddress, stride: 2, records: nil,
          count: 1, is_last: false, is_required: true)
        return unsafe body(&cells)
      }
    }
  }

  private static func decimal(_ text: String) -> Number {
    unsafe withCell(text) { cells in
      var number = Number()
      var (decimals, odd): (UInt8, UInt8) = (0, 0)
      unsafe byte_scan_decimals(
        cells, UInt8(ascii: "."), false, &number.mantissa, &decimals, &odd)
      number.decimals = Int(decimals)
      number.isOdd = odd != 0
      return number
    }
  }

  /// The number as its digits say: at most 18 of them, at least one on each side of the point.
  private static func expected(_ text: String) -> Number {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0 &- 48 < 10 }
      } && digits.utf8.count(where: { $0 &- 48 < 10 }) <= 18
    guard isNumber, let mantissa = Int64(parts.joined()) else { return Number() }
    return Number(
      mantissa: text.hasPrefix("-") ? -mantissa : mantissa,
      decimals: parts.count == 2 ? parts[1].utf8.count : 0, isOdd: false)
  }

  @Test(arguments: UInt64(1)...400)
  func decimalsAreWhatTheirDigitsSay(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let alphabet = Array("0123456789012345678901234567890123456789...-x ")
    for _ in 0..<20 {
      let text = String(
        (0..<Int.random(in: 1...20, using: &random)).map { _ in
          alphabet[Int.random(in: alphabet.indices, using: &random)]
        })
      #expect(Self.decimal(text) == Self.expected(text), "\(text)")
    }
  }

  private static func date(_ text: String) -> (stored: UInt32, isOdd: Bool) {
    unsafe withCell(text) { cells in
      var (date, odd): (UInt32, UInt8) = (0, 0)
      unsafe byte_scan_dates(cells, &date, &odd)
      return (date, odd != 0)
    }
  }

  @Test func everyDayOfTwoCenturiesFollowsTheOneBefore() {
    var days: UInt32 = 0
    for year in 1970..<2170 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 0...32 {
          func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
          let found = Self.date("\(year)-\(digits(month + 1))-\(digits(day))")
          if (1...length).contains(day) {
            #expect(found == (days * 2 + 1, false))
            days += 1
          } else {
            #expect(found == (0, true))
          }
        }
      }
    }
  }

  @Test(arguments: [
    "1969-12-31", "2024-13-01", "2024-00-01", "2024-1-011", "2024/01/01", "2O24-01-01",
    "2024-01-0:", "2024-01-\u{B1}", "20240101", "2024-01-01 ",
  ])
  func whatIsNoPlainDateIsOdd(text: String) {
    #expect(Self.date(text) == (0, true))
  }
}
