public import CalendarDates

/// What `billfold.yaml` says.
///
/// Paths are resolved against the folder of the file. What the file does not mention is nil, empty
/// or the default named at the property.
public struct Settings: Hashable, Sendable {
  /// Files and folders to read, with what is known about them.
  public var inputs: [InputSettings] = []
  /// Tables that must be there for the site to be replaced.
  public var expect: [String] = []
  /// The folder of the site.
  public var output: String?
  /// The folder of a theme that replaces the built-in one.
  public var templates: String?
  /// The database of earlier runs.
  public var history: String?
  /// A fixed report date (for samples).
  public var asOf: CalendarDate?
  /// Severities and thresholds, in the order of the file.
  public var rules: [ConfiguredRule] = []
  /// The regions where third-party apps may be bought; nil for the built-in list.
  public var regions: [String]?
  /// Findings that somebody has accepted for a time.
  public var waivers: [Waiver] = []
  /// How pages look.
  public var site = SiteSettings()
  /// What happens around publishing.
  public var publish = PublishSettings()
  /// How much may be read.
  public var limits = LimitSettings()
  /// A folder of the user's own format mappings.
  public var mappings: String?

  /// The settings of an empty file.
  public static let `default` = Settings()

  /// The settings of an empty file.
  public init() {}

  /// What the file says about that rule.
  public func settings(ofRule id: String) -> ConfiguredRule? {
    rules.first { $0.id == id }
  }
}
