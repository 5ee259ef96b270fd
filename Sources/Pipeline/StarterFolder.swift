import FoundationEssentials
import Rendering

/// A folder to start from.
public enum StarterFolder {
  /// Fills an absent or empty folder. The result is the number of files.
  public static func make(_ folder: String) throws(PipelineError) -> Int {
    do {
      let files = FileManager.default
      if files.fileExists(atPath: folder) {
        guard try files.contentsOfDirectory(atPath: folder).isEmpty else {
          throw PipelineError.output(path: folder, reason: "it is there already and not empty")
        }
      }
      try files.createDirectory(atPath: folder + "/exports", withIntermediateDirectories: true)
      try write(Array(configuration.utf8), to: folder + "/billfold.yaml")
      for file in Theme.defaultFiles {
        try write(file.bytes, to: folder + "/templates/" + file.path)
      }
      return Theme.defaultFiles.count + 1
    } catch let error as PipelineError {
      throw error
    } catch {
      throw .output(path: folder, reason: "the folder or a file in it cannot be made")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private static let configuration = """
    # What billfold reads, checks and publishes. Paths are relative to this file.

    # Files or folders of exports; folders are searched to their depth.
    inputs:
      - path: exports

    # The folder of the site; it is replaced as a whole, so it must be billfold's own.
    output: site

    # The theme. Change what you like; a file that is removed comes from the built-in theme.
    templates: templates

    site:
      title: Licences and invoices
      language: en
      rows_per_page: 100

    # A build that has no row of one of these tables does not replace the site:
    # expect: [subscriptions, license_assignments]

    # Severities of rules (error, violation, warning, note); `billfold rules` lists them:
    # rules:
    #   over-assigned:
    #     severity: violation

    """
}
