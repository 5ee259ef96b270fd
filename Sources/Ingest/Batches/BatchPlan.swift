import BillingModel
import CSVReading
import ExactNumbers

/// How each column of a file is read when its cells are written in the plainest way.
///
/// What `CellParser` and `RowSink` say of a cell stays the rule: the plan covers cells of which they
/// would say nothing. It exists for files whose columns stand for columns of one table.
struct BatchPlan: Sendable {
  /// What the cells of a column are.
  enum Kind: Sendable {
    case text(hasNullWords: Bool)
    case extra
    case date
    /// With the byte before decimals; 0 where a number with decimals needs the thorough way.
    case decimal(mark: UInt8, threeAreOdd: Bool)
    case whole(negativeAreOdd: Bool)
    case currency
    /// With the list of words as C reads it.
    case word([UInt8])
  }

  /// A column of the file.
  struct Column: Sendable {
    /// Its place in the file.
    let source: Int
    /// Its place in the schema, or among the further columns.
    let target: Int
    let kind: Kind
    let isRequired: Bool
  }

  /// The columns that are kept.
  let columns: [Column]
  /// How many fields a record has.
  let stride: Int
  let delimiter: UInt8
  /// Bytes from 0x80 need the thorough way.
  let isASCII: Bool

  /// Nil when records have to be read one by one.
  init?(_ recognition: Recognition, encoding: TextEncoding, delimiter: UInt8, dialect: Dialect) {
    guard let table = recognition.table, recognition.missing.isEmpty,
      recognition.columns.count > 1, table != .selfServicePolicies
    else { return nil }
    // UTF-16 was turned into UTF-8 before.
    isASCII = encoding == .windows1252
    stride = recognition.columns.count
    self.delimiter = delimiter
    let schema = table.schema
    // An assignment names a subscription or at least a product.
    let namesProductOnly = table == .licenseAssignments && recognition.source(of: 0) == nil
    columns = recognition.columns.enumerated().compactMap { source, column in
      switch column {
      case .repeated: return nil
      case .extra(let target):
        return Column(source: source, target: target, kind: .extra, isRequired: false)
      case .known(let target):
        return Column(
          source: source, target: target,
          kind: Self.kind(of: schema.columns[target].type, dialect),
          isRequired: schema.columns[target].mustHaveValue || (namesProductOnly && target == 1))
      }
    }
  }

  private static func kind(of type: ColumnType, _ dialect: Dialect) -> Kind {
    switch type {
    case .id: .text(hasNullWords: false)
    case .text: .text(hasNullWords: true)
    case .date: .date
    case .amount, .decimal:
      .decimal(mark: mark(of: dialect), threeAreOdd: !dialect.isDecimalDecided)
    case .whole: .whole(negativeAreOdd: false)
    case .quantity: .whole(negativeAreOdd: true)
    case .currency: .currency
    case .flag: .word(list(["false", "true"]))
    case .word(let words): .word(list(words))
    }
  }

  /// A comma only once the whole file has decided it: until then each is a witness.
  private static func mark(of dialect: Dialect) -> UInt8 {
    guard dialect.decimal == .comma else { return UInt8(ascii: ".") }
    return dialect.isDecimalDecided ? UInt8(ascii: ",") : 0
  }

  /// Each word in 32 bytes, the last of which is its length.
  private static func list(_ words: [String]) -> [UInt8] {
    words.flatMap { word in
      let bytes = Array(word.lowercased().utf8)
      precondition(bytes.count < 32, "a word of the schema has less than 32 bytes")
      return bytes + Array(repeating: 0, count: 31 - bytes.count) + [UInt8(bytes.count)]
    }
  }

  /// The place of each currency plus 1 by its letters, five bits each.
  static let currencies: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 1 << 15)
    for a in UInt8(0)..<26 {
      for b in UInt8(0)..<26 {
        for c in UInt8(0)..<26 {
          let code: [UInt8] = [65 + a, 65 + b, 65 + c]
          guard let currency = Currency(code: code.span) else { continue }
          table[Int(a) << 10 | Int(b) << 5 | Int(c)] = currency.listIndex + 1
        }
      }
    }
    return table
  }()
}
