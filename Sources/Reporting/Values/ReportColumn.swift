/// A column of a report.
public struct ReportColumn: Hashable, Sendable {
  /// What its cells are when they are known.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case text, id, word, count, quantity, ratio, decimal, money, currency, date, month, flag
    case words, record

    /// True for figures, which pages align to the right.
    public var isFigure: Bool {
      switch self {
      case .count, .quantity, .ratio, .decimal, .money: true
      default: false
      }
    }
  }

  /// The documented name, lower snake case: `monthly_cost`.
  public let id: String
  /// What its cells are.
  public let kind: Kind

  /// Makes a column.
  public init(_ id: String, _ kind: Kind) {
    self.id = id
    self.kind = kind
  }
}
