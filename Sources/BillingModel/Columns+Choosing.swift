public import ExactNumbers

/// Rows picked out of a column, many at once: for rules that look at millions of rows and report a few.
extension PackedNumbers {
  /// Calls `body` for each row that counts and whose number has a flag, ascending. Numbers beyond the
  /// flags have none.
  func forEachRow(
    of rows: RowSet, where flags: [Bool], _ body: (_ row: Int, _ number: Int) -> Void
  ) {
    guard flags.contains(true), width > 0 || flags[0] else { return }
    var places = [UInt32](repeating: 0, count: TextBatch.size)
    forEachBatch { first, batch, count in
      let found = UnsafeNumbers.choose(batch, count: count, flags, into: &places)
      for index in 0..<found {
        let place = Int(places[index])
        if rows.contains(first + place) { body(first + place, Int(batch[place])) }
      }
    }
  }
}

extension TextColumn {
  /// Calls `body` for each row that counts and whose code is chosen, ascending. There is one entry for
  /// each code of the dictionary.
  public func forEachRow(
    of rows: RowSet, chosen: [Bool], _ body: (_ row: Int, _ code: Int) -> Void
  ) {
    codes.forEachRow(of: rows, where: [false] + chosen) { row, number in body(row, number - 1) }
  }
}

/// Which currency rows are to give.
public enum ExpectedCurrency: Sendable {
  /// Any, or none.
  case any
  case only(Currency)
  /// No row is to give one.
  case none

  /// The place that is stored plus 1; 0 for any, and one that no currency has for none.
  fileprivate var place: UInt32 {
    switch self {
    case .any: 0
    case .only(let currency): UInt32(currency.listIndex) + 1
    case .none: .max
    }
  }
}

extension TextColumn {
  /// Calls `body` for each row that counts and gives another currency than its code expects, ascending.
  /// There is one entry for each code of the dictionary.
  public func forEachRow(
    of rows: RowSet, in currencies: CurrencyColumn, otherThan expected: [ExpectedCurrency],
    _ body: (_ row: Int) -> Void
  ) {
    guard currencies.places.width > 0, currencies.places.width <= 4 else { return }
    let wanted: [UInt32] = [0] + expected.map(\.place)
    var places = [UInt32](repeating: 0, count: TextBatch.size)
    codes.forEachBatch { first, codes, count in
      currencies.places.read(first..<first + count, into: &places)
      for index in 0..<count where places[index] != 0 {
        let wanted = wanted[Int(codes[index])]
        guard wanted != 0, wanted != places[index], rows.contains(first + index) else { continue }
        body(first + index)
      }
    }
  }
}

extension WordColumn {
  /// Calls `body` for each row that counts and has one of some words, ascending.
  public func forEachRow(
    of rows: RowSet, having words: [W], _ body: (_ row: Int, _ word: W) -> Void
  ) {
    let all = Array(W.allCases)
    let flags = [false] + all.map { words.contains($0) }
    places.forEachRow(of: rows, where: flags) { row, number in body(row, all[number - 1]) }
  }
}
