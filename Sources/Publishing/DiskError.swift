/// A call to the file system that failed.
public struct DiskError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: String, Hashable, Sendable {
    case makeFolder = "make the folder"
    case write = "write"
    case read = "read"
    case list = "list the folder"
    case move = "rename"
    case remove = "remove"
    case sync = "write everything to the disk below"
    case lock = "lock"
    case look = "look at"
  }

  /// What was tried.
  public let operation: Operation
  /// With which file or folder.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Names a failure.
  public init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}
