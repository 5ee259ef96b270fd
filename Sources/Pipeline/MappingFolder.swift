import Configuration
import Digests
import FoundationEssentials
public import Ingest

/// The formats that are known, with the user's own mapping files.
public struct MappingFolder: Sendable {
  /// The formats that come with billfold and those of the folder.
  public let catalog: FormatCatalog
  /// The SHA-256 of the folder's files and their names in hex; nil without a folder.
  public let sha256: String?

  /// Reads the folder; nil: none.
  public init(_ folder: String?) throws(PipelineError) {
    guard let folder else {
      (catalog, sha256) = (.builtIn, nil)
      return
    }
    var own: [FormatMapping] = []
    var parts: [String] = []
    for name in try Self.names(in: folder) {
      let (path, bytes) = try Self.read(name, in: folder)
      parts.append(name + "\n" + SHA256.digest(of: bytes).hex)
      let ending = name.lastIndex(of: ".") ?? name.endIndex
      let (format, problems) = FormatCatalog.read(bytes, name: String(name[..<ending]))
      guard problems.isEmpty else {
        throw .configuration(
          file: path,
          problems: problems.map { problem in
            ConfigurationProblem(
              rule: .badSetting, line: problem.line, column: problem.column,
              message: problem.message, help: problem.help)
          })
      }
      own.append(format)
    }
    catalog = FormatCatalog(own)
    sha256 = SHA256.digest(of: parts.joined(separator: "\n")).hex
  }

  private static func read(
    _ name: String, in folder: String
  ) throws(PipelineError) -> (path: String, bytes: [UInt8]) {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    do {
      return (path, try Array(Data(contentsOf: URL(filePath: path))))
    } catch {
      throw .unreadableConfiguration(file: path, reason: "it cannot be read")
    }
  }

  /// The names of the mapping files of a folder, in order.
  private static func names(in folder: String) throws(PipelineError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .unreadableConfiguration(file: folder, reason: "the folder of mappings cannot be read")
    }
  }
}
