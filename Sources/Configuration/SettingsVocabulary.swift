public import Diagnostics

/// The names that `billfold.yaml` may use, as the program knows them.
public struct SettingsVocabulary: Sendable {
  /// A rule as far as the settings need to know it.
  public struct Rule: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The names of its limits in whole numbers.
    public let thresholds: [String]
    /// True when the limits may be given for some products apart.
    public let takesProducts: Bool
    /// True when it compares amounts and may be given a tolerance.
    public let takesTolerance: Bool
    /// The lowest severity it may be given; nil when any will do.
    public let lowestSeverity: Severity?

    /// Describes a rule.
    public init(
      id: String, thresholds: [String] = [], takesProducts: Bool = false,
      takesTolerance: Bool = false, lowestSeverity: Severity? = nil
    ) {
      self.id = id
      self.thresholds = thresholds
      self.takesProducts = takesProducts
      self.takesTolerance = takesTolerance
      self.lowestSeverity = lowestSeverity
    }
  }

  /// All rules.
  public let rules: [Rule]
  /// The names of all tables.
  public let tables: [String]
  /// The names of pages that can be turned off.
  public let pages: [String]
  /// Settings that this version reads and does not act on, as `publish.keep`; for a setting that
  /// only some values make unsupported, as `inputs.dates=dmy`.
  public let unsupported: Set<String>

  /// Collects the names.
  public init(
    rules: [Rule], tables: [String], pages: [String], unsupported: Set<String> = Self.notYetUsed
  ) {
    self.rules = rules
    self.tables = tables
    self.pages = pages
    self.unsupported = unsupported
  }

  /// The settings that no part of this version acts on.
  public static let notYetUsed: Set<String> = [
    "history", "publish.keep", "publish.run", "publish.compress",
  ]
}
