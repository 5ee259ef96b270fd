internal import YAMLReading

/// The outcome of reading `billfold.yaml`.
public struct ParsedSettings: Hashable, Sendable {
  /// What could be read; whatever is a problem keeps its default.
  public let settings: Settings
  /// Everything that is wrong, in the order of the file. The program stops when there is any.
  public let problems: [ConfigurationProblem]
  /// Settings that are right and do nothing yet, in the order of the file: to be reported.
  public let unsupported: [UnsupportedSetting]
}

extension Settings {
  /// Reads the bytes of `billfold.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - folder: the folder that holds the file, to which its paths are relative; empty or `.` for
  ///     the working folder.
  ///   - vocabulary: the names that the file may use.
  /// - Returns: the settings with everything that is wrong or does nothing yet.
  public static func parse(
    _ bytes: [UInt8], folder: String, vocabulary: SettingsVocabulary
  ) -> ParsedSettings {
    var reader = SettingsReader(folder: folder, vocabulary: vocabulary)
    var settings = Settings()
    do {
      let root = try YAMLNode(parsing: bytes)
      settings = reader.settings(root)
    } catch {
      reader.report(.unreadable, at: error.position, error.description)
    }
    return ParsedSettings(
      settings: settings,
      problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) },
      unsupported: reader.unsupported)
  }

  /// The path as seen from the working folder: joined to the folder unless it is absolute.
  ///
  /// Nothing is looked up and `..` stays, because what it means depends on links on the disk.
  public static func resolve(_ path: String, in folder: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    if rest.hasPrefix("/") || folder.isEmpty || folder == "." {
      return rest.isEmpty ? "." : String(rest)
    }
    if rest.isEmpty || rest == "." { return folder }
    return folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
  }
}
