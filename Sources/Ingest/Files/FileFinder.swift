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
  private static let depthLimit = 64

  /// The files of all inputs, ordered by path. A file given by name is always among them; below
  /// folders only files with a known ending are, hidden ones never.
  public static func files(of inputs: [String]) throws(Failure) -> [InputFile] {
    var found: [InputFile] = []
    var folders: [(input: String, files: [InputFile])] = []
    for input in inputs {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
        throw .missing(input)
      }
      if isFolder {
        folders.append((input, try files(below: input, prefix: "", depth: 0)))
      } else {
        found.append(InputFile(path: input, source: .file(input)))
      }
    }
    found += named(folders)
    var seen: Set<String> = []
    return found.filter { seen.insert($0.path).inserted }.sorted { $0.path.isBefore($1.path) }
  }

  /// Paths that occur below two folders get the folder's last component in front.
  private static func named(
    _ folders: [(input: String, files: [InputFile])]
  ) -> [InputFile] {
    var counts: [String: Int] = [:]
    for file in folders.flatMap(\.files) { counts[file.path, default: 0] += 1 }
    return folders.flatMap { folder in
      folder.files.map { file in
        guard counts[file.path] ?? 0 > 1 else { return file }
        let name = folder.input.split(separator: "/").last.map(String.init) ?? folder.input
        return InputFile(path: "\(name)/\(file.path)", source: file.source)
      }
    }
  }

  private static func files(
    below folder: String, prefix: String, depth: Int
  ) throws(Failure) -> [InputFile] {
    guard depth < depthLimit else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(folder)
    }
    var result: [InputFile] = []
    for name in names.sorted(by: { $0.isBefore($1) }) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder {
        result += try files(below: path, prefix: prefix + name + "/", depth: depth + 1)
      } else if isExport(name) {
        result.append(InputFile(path: prefix + name, source: .file(path)))
      }
    }
    return result
  }

  private static func isExport(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".")
    guard parts.count > 1, let last = parts.last else { return false }
    if last == "zip" { return true }
    if last == "gz" { return parts.count > 2 && endings.contains(String(parts[parts.count - 2])) }
    return endings.contains(String(last))
  }
}
