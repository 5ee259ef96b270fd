public import CalendarDates
public import ExactNumbers

/// Text of one domain: a code for each row.
public struct TextColumn<Tag: TextDomain>: Sendable {
  /// Codes plus 1, 0 where not given.
  let codes: PackedNumbers
  /// The texts by code.
  public let dictionary: FinishedTexts

  init(codes: PackedNumbers, dictionary: FinishedTexts) {
    self.codes = codes
    self.dictionary = dictionary
  }

  /// The code of a row's text in `dictionary`; nil when not given.
  public func code(_ row: Int) -> Int? {
    let code = codes[row]
    return code == 0 ? nil : Int(code) - 1
  }

  /// A row's text; nil when not given.
  public subscript(row: Int) -> String? {
    code(row).map { dictionary.text(of: $0) }
  }
}

/// Days, a null where not given.
public struct DateColumn: Sendable {
  static let none = Int32.min
  /// Days since 1970 folded and plus 1, 0 where not given.
  let numbers: PackedNumbers

  /// A row's day; nil when not given.
  public subscript(row: Int) -> CalendarDate? {
    let number = numbers[row]
    return number == 0 ? nil : CalendarDate(days: Self.days(number))
  }

  /// A row's day as days since 1970; `none` when not given.
  func days(_ row: Int) -> Int32 {
    Self.days(numbers[row])
  }

  /// The newest day up to a last one among some rows; `none` without one.
  func newest(in rows: Range<Int>, upTo limit: Int32) -> Int32 {
    var newest = Self.none
    guard numbers.width > 0, numbers.width <= 4 else { return newest }
    // Days from 1970 on are stored as odd numbers that ascend with them.
    if limit >= 0, limit < Int32.max / 2 {
      let stored = numbers.largestOdd(in: rows, upTo: UInt32(Self.stored(limit)))
      if stored > 0 { return Self.days(UInt64(stored)) }
    }
    numbers.forEachBatch(of: rows) { _, batch, count in
      for index in 0..<count {
        let day = Self.days(UInt64(batch[index]))
        if day > newest, day <= limit { newest = day }
      }
    }
    return newest
  }

  static func stored(_ days: Int32) -> UInt64 {
    PackedNumbers.zigzag(Int64(days)) + 1
  }

  /// The day that is stored so; `none` when not given.
  static func days(_ stored: UInt64) -> Int32 {
    stored == 0 ? none : Int32(truncatingIfNeeded: PackedNumbers.unzigzag(stored - 1))
  }
}

/// Whole numbers, a null where not given.
public struct WholeColumn: Sendable {
  static let none = Int64.min
  /// Numbers folded and plus 1, 0 where not given.
  let numbers: PackedNumbers

  /// A row's number; nil when not given.
  public subscript(row: Int) -> Int? {
    let number = numbers[row]
    return number == 0 ? nil : Int(PackedNumbers.unzigzag(number - 1))
  }

  static func stored(_ number: Int64) -> UInt64 {
    number == none ? 0 : PackedNumbers.zigzag(number) + 1
  }
}

/// Numbers of licences, or Unlimited.
public struct QuantityColumn: Sendable {
  static let unlimited = Int64.max
  /// As in a column of whole numbers.
  let numbers: PackedNumbers

  /// A row's quantity; nil when not given.
  public subscript(row: Int) -> Quantity? {
    guard let number = WholeColumn(numbers: numbers)[row] else { return nil }
    return number == Int(Self.unlimited) ? .unlimited : .count(number)
  }
}

/// Currencies, a null where not given.
public struct CurrencyColumn: Sendable {
  static let none = UInt16.max
  /// Places in the list plus 1, 0 where not given.
  let places: PackedNumbers

  /// A row's currency; nil when not given.
  public subscript(row: Int) -> Currency? {
    let place = places[row]
    return place == 0 ? nil : Currency(listIndex: UInt16(place - 1))
  }
}

/// True or false, a null where not given.
public struct FlagColumn: Sendable {
  /// 1 for false, 2 for true, 0 where not given.
  let flags: PackedNumbers

  /// A row's flag; nil when not given.
  public subscript(row: Int) -> Bool? {
    let flag = flags[row]
    return flag == 0 ? nil : flag == 2
  }
}

/// Words of a list as an enumeration.
public struct WordColumn<W: Word>: Sendable {
  /// Places in the list plus 1, 0 where not given.
  let places: PackedNumbers
  private let words = Array(W.allCases)

  /// Whether no row gives a word.
  public var isEmpty: Bool { places.width == 0 }

  init(places: PackedNumbers) {
    self.places = places
  }

  /// A row's word; nil when not given.
  public subscript(row: Int) -> W? {
    let place = places[row]
    return place == 0 ? nil : words[Int(place) - 1]
  }
}
