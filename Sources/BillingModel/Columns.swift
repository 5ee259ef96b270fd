public import CalendarDates
public import ExactNumbers

/// Text of one domain: a code for each row.
public struct TextColumn<Tag: TextDomain>: Sendable {
  let codes: [UInt32]
  /// The texts by code.
  public let dictionary: TextDictionary

  init(codes: [UInt32], dictionary: TextDictionary) {
    self.codes = codes
    self.dictionary = dictionary
  }

  /// The code of a row's text in `dictionary`; nil when not given.
  public func code(_ row: Int) -> Int? {
    let code = codes[row]
    return code == TextDictionary.none ? nil : Int(code)
  }

  /// A row's text; nil when not given.
  public subscript(row: Int) -> String? {
    code(row).map { dictionary.text(of: $0) }
  }
}

/// Days, a null where not given.
public struct DateColumn: Sendable {
  static let none = Int32.min
  let days: [Int32]

  /// A row's day; nil when not given.
  public subscript(row: Int) -> CalendarDate? {
    days[row] == Self.none ? nil : CalendarDate(days: days[row])
  }
}

/// Whole numbers, a null where not given.
public struct WholeColumn: Sendable {
  static let none = Int64.min
  let numbers: [Int64]

  /// A row's number; nil when not given.
  public subscript(row: Int) -> Int? {
    numbers[row] == Self.none ? nil : Int(numbers[row])
  }
}

/// Numbers of licences, or Unlimited.
public struct QuantityColumn: Sendable {
  static let none = Int64.min
  static let unlimited = Int64.max
  let numbers: [Int64]

  /// A row's quantity; nil when not given.
  public subscript(row: Int) -> Quantity? {
    switch numbers[row] {
    case Self.none: nil
    case Self.unlimited: .unlimited
    case let number: .count(Int(number))
    }
  }
}

/// Currencies, a null where not given.
public struct CurrencyColumn: Sendable {
  static let none = UInt16.max
  let places: [UInt16]

  /// A row's currency; nil when not given.
  public subscript(row: Int) -> Currency? {
    places[row] == Self.none ? nil : Currency(listIndex: places[row])
  }
}

/// True or false, a null where not given.
public struct FlagColumn: Sendable {
  static let none = UInt8.max
  let flags: [UInt8]

  /// A row's flag; nil when not given.
  public subscript(row: Int) -> Bool? {
    flags[row] == Self.none ? nil : flags[row] == 1
  }
}

/// Words of a list as an enumeration.
public struct WordColumn<W: Word>: Sendable {
  let places: [UInt8]
  private let words = Array(W.allCases)

  init(places: [UInt8]) {
    self.places = places
  }

  /// A row's word; nil when not given.
  public subscript(row: Int) -> W? {
    places[row] == FlagColumn.none ? nil : words[Int(places[row])]
  }
}
