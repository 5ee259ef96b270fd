internal import FoundationEssentials

/// Reads the files of a user's theme: everything below the folder, and nothing outside of it.
struct ThemeFolder {
  private static let depthLimit = 8
  private static let fileLimit = 2000
  private static let sizeLimit = 8 << 20

  private let root: String
  private var files: [ThemeFile] = []
  private var problems: [ThemeProblem] = []

  /// The files below a folder, ordered by path; hidden ones are left out.
  static func files(of folder: String) throws(ThemeError) -> [ThemeFile] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw ThemeError([ThemeProblem(file: folder, "there is no folder of templates here")])
    }
    var reader = ThemeFolder(root: URL(filePath: folder).resolvingSymlinksInPath().path)
    reader.read("", depth: 0)
    guard reader.problems.isEmpty else { throw ThemeError(reader.problems) }
    return reader.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private init(root: String) {
    self.root = root
  }

  private mutating func read(_ folder: String, depth: Int) {
    guard depth <= Self.depthLimit else {
      problems.append(ThemeProblem(file: folder, "folders are nested deeper than 8"))
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: absolute(folder))
    } catch {
      problems.append(ThemeProblem(file: folder, "the folder cannot be read"))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      readEntry(folder.isEmpty ? name : folder + "/" + name, depth: depth)
    }
  }

  private mutating func readEntry(_ path: String, depth: Int) {
    let real = URL(filePath: absolute(path)).resolvingSymlinksInPath().path
    guard real.hasPrefix(root + "/") else {
      problems.append(ThemeProblem(file: path, "the link leads out of the folder of templates"))
      return
    }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: real, isDirectory: &isFolder) else {
      problems.append(ThemeProblem(file: path, "the link leads nowhere"))
      return
    }
    if isFolder {
      read(path, depth: depth + 1)
    } else {
      readFile(path, at: real)
    }
  }

  private mutating func readFile(_ path: String, at real: String) {
    guard files.count < Self.fileLimit else {
      problems.append(ThemeProblem(file: path, "there are more than \(Self.fileLimit) files"))
      return
    }
    guard let data = FileManager.default.contents(atPath: real) else {
      problems.append(ThemeProblem(file: path, "the file cannot be read"))
      return
    }
    guard data.count <= Self.sizeLimit else {
      problems.append(ThemeProblem(file: path, "the file is larger than 8 MiB"))
      return
    }
    files.append(ThemeFile(path: path, bytes: Array(data)))
  }

  private func absolute(_ path: String) -> String {
    path.isEmpty ? root : root + "/" + path
  }
}
