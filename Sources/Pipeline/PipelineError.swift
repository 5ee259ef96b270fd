public import Configuration
public import Publishing

/// Why the work could not go on.
public enum PipelineError: Error, Sendable {
  /// An input that was named is not there.
  case missingInput(String)
  /// A folder among the inputs cannot be listed.
  case unreadableFolder(String)
  /// Standard input cannot be read, or not be spooled.
  case unreadableStandardInput(String)
  /// The inputs hold no file that could be an export.
  case noFiles([String])
  /// The folder of earlier exports has no subscriptions.
  case nothingEarlier(String)
  /// No file could be read as a table.
  case nothingRead(files: Int)
  /// The site would be empty: no row of any table was accepted.
  case nothingAccepted
  /// Tables that the configuration expects are absent or refused.
  case expectedTablesAbsent([String])
  /// Tables of the last build have no accepted row now.
  case tablesLost([String])
  /// Strict: there are findings of severity error.
  case errorsWhenStrict(Int)
  /// The configuration cannot be read, or says something that cannot be meant.
  case configuration(file: String, problems: [ConfigurationProblem])
  /// The configuration file is not there or cannot be read.
  case unreadableConfiguration(file: String, reason: String)
  /// A template cannot be used: one printed error each.
  case theme([String])
  /// Data for a template is not JSON, or no object.
  case data(file: String, position: Int, expected: String)
  /// The site could not be published.
  case publishing(PublishingError)
  /// A result could not be written.
  case output(path: String, reason: String)
}
