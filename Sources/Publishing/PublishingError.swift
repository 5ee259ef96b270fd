/// Why a site could not be published. The old site, if there is one, is as it was.
public enum PublishingError: Error, Hashable, Sendable {
  /// The folder is `/`.
  case rootFolder
  /// The folder is the working folder or holds it.
  case holdsWorkingFolder(String)
  /// The folder is an input or holds it.
  case holdsInput(String, input: String)
  /// Something other than a folder stands there.
  case notAFolder(String)
  /// The folder is neither empty nor has a manifest of billfold.
  case foreignFolder(String)
  /// Another build publishes into the folder now.
  case busy(String)
  /// A file's path in the site is empty, absolute, leaves the site or has an impossible name.
  case badFilePath(String)
  /// Two files of the site have one path.
  case duplicateFile(String)
  /// A call to the file system failed.
  case disk(DiskError)
}

extension PublishingError: CustomStringConvertible {
  /// The reason as a sentence in English, with what to do.
  public var description: String {
    switch self {
    case .rootFolder: "the site cannot be `/`; name a folder of its own"
    case .holdsWorkingFolder(let path):
      "the site cannot be \(path), where the program runs; name a folder of its own"
    case .holdsInput(let path, let input):
      "the site cannot be \(path): the input \(input) lies in it; name a folder of its own"
    case .notAFolder(let path): "\(path) is not a folder"
    case .foreignFolder(let path):
      "\(path) is not empty and has no manifest.json of billfold; it is left as it is."
        + " Name another folder, or empty this one"
    case .busy(let path): "another build is publishing into \(path); try again when it is done"
    case .badFilePath(let path): "“\(path)” cannot be a file of the site"
    case .duplicateFile(let path): "two files of the site have the path \(path)"
    case .disk(let error): error.description
    }
  }
}
