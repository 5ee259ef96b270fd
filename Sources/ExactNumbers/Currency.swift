/// An ISO 4217 currency.
///
/// Ordered by its code. Only codes of the standard's list exist: see `Currency+ISO4217.swift`.
public struct Currency: Hashable, Sendable {
  /// The place of the currency in the list of codes.
  let index: UInt16

  /// The currency with that three-letter code in any ASCII case; nil when the standard has none.
  public init?(code bytes: Span<UInt8>) {
    guard bytes.count == 3 else { return nil }
    var key: UInt32 = 0
    for index in 0..<3 {
      let letter = bytes[index] & 0xDF
      guard (65...90).contains(letter), bytes[index] >= 65 else { return nil }
      key = key << 8 | UInt32(letter)
    }
    guard let index = Self.indexOfKey[key] else { return nil }
    self.index = index
  }

  /// The currency with that three-letter code in any ASCII case; nil when the standard has none.
  public init?(_ code: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: code.utf8)
    guard let found = Currency(code: bytes.span) else { return nil }
    self = found
  }

  /// The currency at that place of the list of all codes, for columns that store the place.
  public init(listIndex: UInt16) {
    precondition(Int(listIndex) < Self.list.count, "a currency's place is in the list")
    index = listIndex
  }

  /// How many currencies there are; places in the list of all codes are below it.
  public static let count = list.count

  /// The place in the list of all codes, which is ordered by code.
  public var listIndex: UInt16 { index }

  /// The three-letter code: `EUR`.
  public var code: String { Self.list[Int(index)].code }

  /// How many decimals an amount of this currency has: 2 for EUR, 0 for JPY, 3 for KWD.
  public var minorUnits: Int { Self.list[Int(index)].minorUnits }
}

extension Currency: Comparable, CustomStringConvertible {
  /// Orders by code.
  public static func < (left: Currency, right: Currency) -> Bool {
    left.index < right.index
  }

  /// The three-letter code.
  public var description: String { code }
}
