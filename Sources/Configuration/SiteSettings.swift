/// The section `site`.
public struct SiteSettings: Hashable, Sendable {
  /// The site's name in titles and heads.
  public var title = "billfold"
  /// The language of the wording: the name of a file in `locales/`.
  public var language = "en"
  /// Pages that are not written.
  public var pagesOff: Set<String> = []
  /// How many rows a page of a long table has, 10…1000.
  public var rowsPerPage = 100

  /// The site as an empty file has it.
  public init() {}
}

/// The section `publish`.
public struct PublishSettings: Hashable, Sendable {
  /// Kinds of compressed copies beside the files.
  public enum Compression: String, CaseIterable, Hashable, Sendable {
    /// gzip.
    case gz
  }

  /// How many earlier sites are kept.
  public var keep: Int?
  /// A program that runs after the switch, with its arguments.
  public var run: [String] = []
  /// Kinds of compressed copies beside the files.
  public var compress: [Compression] = []

  /// Publishing as an empty file has it.
  public init() {}
}
