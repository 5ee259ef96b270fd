import BillingModel
import Digests
import FoundationEssentials
import Ingest
import Publishing

/// Names everything that decides what a build makes, more than its build id does: also where each input lies, which
/// settings for a path go by, and which program it is. None of it is seen in the site.
enum BuildSource {
  /// The name of a build; nil when not everything that was read is known by its content.
  static func name(
    of run: CheckedRun, _ options: RunOptions, key: String
  ) -> String? {
    guard let inputs = text(of: run.ingest), let program = program() else { return nil }
    if options.previous != nil, run.earlierSource == nil { return nil }
    let parts = [
      program, key, options.configuration?.name ?? "", inputs, options.previous ?? "",
      run.earlierSource ?? "",
    ]
    return SHA256.digest(of: parts.joined(separator: "\u{0}")).hex
  }

  /// Each input with where it lies and what is in it; nil when one of them could not be read whole.
  static func text(of ingest: IngestResult) -> String? {
    var hashes: [String: String] = [:]
    for file in ingest.dataset.files {
      guard let sha256 = file.sha256, !sha256.isEmpty else { return nil }
      hashes[file.path] = sha256
    }
    var lines: [String] = []
    for input in ingest.inputs {
      guard let sha256 = hashes[input.path] else { return nil }
      lines.append([input.origin ?? "", input.path, sha256].joined(separator: "\u{1}"))
    }
    return lines.joined(separator: "\u{2}")
  }

  /// The file of the program that runs, as the file system knows it.
  private static func program() -> String? {
    guard
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let facts = try? SiteDisk.system.facts(path)
    else { return nil }
    let changed = "\(facts.changed.seconds).\(facts.changed.nanoseconds)"
    return "\(Pipeline.version) \(facts.device):\(facts.number) \(facts.size) \(changed)"
  }
}
