/// What a charge is for, as far as the word is one of the listed ones. Any other text is kept as it
/// is, so that the column is text.
public enum ChargeType: String, Word {
  case purchase
  case monthlyPayment = "monthly-payment"
  case renew
  case reEnable = "re-enable"
  case addQuantity = "add-quantity"
  case removeQuantity = "remove-quantity"
  case usage, cancel, convert, credit

  /// True when the number of licences changes.
  public var changesQuantity: Bool { self == .addQuantity || self == .removeQuantity }
}

/// The charge types of a column of text.
public struct ChargeTypes: Sendable {
  private let column: TextColumn<FreeText>
  private let words: [ChargeType?]

  /// Reads the words of a column, in any ASCII case. O(different texts).
  public init(_ column: TextColumn<FreeText>) {
    self.column = column
    words = (0..<column.dictionary.count).map { code in
      ChargeType(rawValue: column.dictionary.text(of: code).lowercased())
    }
  }

  /// A row's charge type; nil when not given or not one of the listed words.
  public subscript(row: Int) -> ChargeType? {
    column.code(row).flatMap { words[$0] }
  }

  /// Calls `body` for each row that counts and gives a word whose type is chosen, ascending. A word that
  /// is not listed has no type.
  public func forEachRow(
    of rows: RowSet, where isChosen: (ChargeType?) -> Bool,
    _ body: (_ row: Int, _ type: ChargeType?) -> Void
  ) {
    column.forEachRow(of: rows, chosen: words.map(isChosen)) { row, code in body(row, words[code]) }
  }
}
