/// What the file system says about a file or folder itself, links not followed.
public struct FileFacts: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    case file, folder, other
  }

  /// A moment by the clock of the file system.
  public struct Time: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970.
    public let seconds: Int
    /// And the part of a second.
    public let nanoseconds: Int

    /// Describes a moment.
    public init(seconds: Int, nanoseconds: Int) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }

    /// Orders by time.
    public static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  /// What it is.
  public let kind: Kind
  /// Its permission bits.
  public let mode: UInt32
  /// The number of its owner.
  public let owner: UInt32
  /// How many bytes it has.
  public let size: Int
  /// The number by which the system knows the file system.
  public let device: UInt64
  /// The number by which the file system knows it.
  public let number: UInt64
  /// When its content, owner, permissions or names were changed last. No program can set it.
  public let changed: Time

  /// True for a file with the owner and permissions of one that is written beside a folder that was made
  /// just now.
  func isFile(like folder: FileFacts) -> Bool {
    kind == .file && mode == folder.mode & 0o666 && owner == folder.owner
  }

  /// True for a folder with the owner and permissions of one that was made just now.
  func isFolder(like folder: FileFacts) -> Bool {
    kind == .folder && mode == folder.mode && owner == folder.owner
  }
}

/// A name in a folder, and what it names.
public struct FolderEntry: Hashable, Sendable {
  /// The name.
  public let name: String
  /// What the file system says about it.
  public let facts: FileFacts
}
