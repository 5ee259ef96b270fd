/// What a build makes besides what a run reads.
public struct BuildOptions: Sendable {
  /// The folder of the site.
  public var output: String
  /// The user's theme; nil: the built-in one.
  public var templates: String?
  /// Nothing is published when there is a finding of severity error.
  public var isStrict = false
  /// Tables that may have no row although the last build had some.
  public var allowedMissing: [String] = []

  /// Describes a build into a folder.
  public init(output: String) {
    self.output = output
  }
}

/// What a build did.
public struct BuildSummary: Sendable {
  /// The inputs, read and checked.
  public let run: CheckedRun
  /// How many pages and other files the site has.
  public let pages: Int
  /// How many of its files are pages.
  public let files: Int
  /// The folder of the site.
  public let output: String
  /// The build id.
  public let key: String
  /// True when the site of the last build is what this one would have made, and was left as it stands.
  public let isUnchanged: Bool
}
