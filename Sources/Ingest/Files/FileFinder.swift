import Compression
internal import Diagnostics
import FoundationEssentials

/// Finds the input files below folders.
public enum FileFinder {
  /// Why the inputs cannot be found at all.
  public enum Failure: Error, Hashable, Sendable {
    case missing(String)
    case unreadable(String)
  }

  private static let endings = ["csv", "tsv", "txt", "json", "jsonl", "ndjson"]

  /// The files of all inputs, ordered by path. A file given by name is always among them; below
  /// folders only files with a known ending are, hidden ones never.
  ///
  /// A file that can be reached in several ways, through links or because one input lies in another,
  /// is there once. A folder below the inputs that cannot be listed is there as a file, so that
  /// reading it says why it cannot be read.
  public static func files(of inputs: [String]) throws(Failure) -> [InputFile] {
    var found: [FoundFile] = []
    for input in inputs {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
        throw .missing(input)
      }
      if isFolder {
        found += try files(below: input)
      } else {
        found.append(FoundFile(folder: nil, name: input))
      }
    }
    found.sort { ($0.name, $0.path) < ($1.name, $1.path) }
    var seen: Set<FileIdentity> = []
    let distinct = found.filter { file in
      FileIdentity(path: file.path).map { seen.insert($0).inserted } ?? true
    }
    return FoundFile.named(distinct).sorted { $0.path.isBefore($1.path) }
  }

  /// The files below a folder. Links to folders are followed, each folder is read once.
  private static func files(below input: String) throws(Failure) -> [FoundFile] {
    var result: [FoundFile] = []
    var seen: Set<FileIdentity> = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      let folder = input.hasSuffix("/") ? input + prefix : input + "/" + prefix
      if let identity = FileIdentity(path: folder), !seen.insert(identity).inserted { continue }
      // A site that was published below the exports is no export.
      if !prefix.isEmpty, PublishedSite.isIn(folder) { continue }
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: folder)
      } catch {
        guard !prefix.isEmpty else { throw .unreadable(input) }
        result.append(FoundFile(folder: input, name: String(prefix.dropLast())))
        continue
      }
      var folders: [String] = []
      for name in names.sorted(by: { $0.isBefore($1) }) where !name.hasPrefix(".") {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder) else {
          continue
        }
        if isFolder {
          folders.append(prefix + name + "/")
        } else if isExport(name) {
          result.append(FoundFile(folder: input, name: prefix + name))
        }
      }
      waiting += folders.reversed()
    }
    return result
  }
}

extension FileFinder {
  /// True for a name that ends as those of exports do.
  static func isExport(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    guard parts.count > 1, let last = parts.last else { return false }
    if last == "zip" { return true }
    if last == "gz" { return parts.count > 2 && endings.contains(String(parts[parts.count - 2])) }
    return endings.contains(String(last))
  }

  /// True for a member of an archive that is to be read: hidden ones are not, nor what macOS adds.
  static func isExport(_ member: ZipMember) -> Bool {
    guard member.kind != .folder else { return false }
    let parts = member.name.split(separator: "/")
    guard let name = parts.last, isExport(String(name)) else { return false }
    return parts.allSatisfy { $0 != "__MACOSX" && (!$0.hasPrefix(".") || $0 == "." || $0 == "..") }
  }

  /// True for a name that ends as those of archives do.
  static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".zip") || name.hasSuffix(".gz")
  }
}
