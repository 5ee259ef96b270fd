import Glibc

/// A file below an input folder, or one given by name.
struct FoundFile {
  /// The input folder as given; nil for a file given by name.
  let folder: String?
  /// The path below the folder; the name as given without one.
  let name: String

  /// Where the file is.
  var path: String {
    guard let folder else { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Names every file so that no two have the same name: by its path below the folder, with the
  /// folder's last component in front where that is taken, with the whole folder where that is too.
  static func named(_ files: [FoundFile]) -> [InputFile] {
    var levels = files.map { _ in 0 }
    while true {
      let names = zip(files, levels).map { $0.name(level: $1) }
      var counts: [String: Int] = [:]
      for name in names { counts[name, default: 0] += 1 }
      let shared = files.indices.filter {
        counts[names[$0]] ?? 0 > 1 && levels[$0] < 2 && files[$0].folder != nil
      }
      guard !shared.isEmpty else {
        return zip(files, names).map { InputFile(path: $1, source: .file($0.path)) }
      }
      for index in shared { levels[index] += 1 }
    }
  }

  private func name(level: Int) -> String {
    guard let folder, level > 0 else { return name }
    guard level == 1 else { return path }
    return (folder.split(separator: "/").last.map(String.init) ?? folder) + "/" + name
  }
}

/// Which file of the system a path leads to.
struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// Nil when nothing is there.
  init?(path: String) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    device = UInt(facts.st_dev)
    number = UInt(facts.st_ino)
  }
}
