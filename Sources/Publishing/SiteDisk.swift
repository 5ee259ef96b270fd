/// The calls to the file system that publishing makes.
///
/// A value of closures, so that tests can make any of them fail. `.system` is the real one.
public struct SiteDisk: Sendable {
  /// What stands at a path.
  public enum Entry: Hashable, Sendable {
    case nothing, file, other
    /// A folder with its permission bits.
    case folder(mode: UInt32)
  }

  /// What stands at the path, links followed.
  public var entry: @Sendable (_ path: String) throws(DiskError) -> Entry
  /// The names in a folder, in no order.
  public var names: @Sendable (_ path: String) throws(DiskError) -> [String]
  /// What the file system says about the thing at a path itself.
  public var facts: @Sendable (_ path: String) throws(DiskError) -> FileFacts
  /// What is in a folder, in no order.
  public var look: @Sendable (_ folder: String) throws(DiskError) -> [FolderEntry]
  /// Touches a file until the file system's own clock has gone on, which may take a second: a moment that is later
  /// than all changes before, and not later than those to come.
  public var later: @Sendable (_ path: String) throws(DiskError) -> FileFacts.Time
  /// What was kept with a file beside its bytes; nil for nothing, and where the file system cannot.
  public var mark: @Sendable (_ path: String) throws(DiskError) -> String?
  /// Keeps a short text with a file beside its bytes.
  public var setMark: @Sendable (_ path: String, _ text: String) throws(DiskError) -> Void
  /// The bytes of a file.
  public var read: @Sendable (_ path: String) throws(DiskError) -> [UInt8]
  /// The absolute path without links of something that exists; nil when it does not.
  public var realPath: @Sendable (_ path: String) throws(DiskError) -> String?
  /// Makes a folder in one that exists; nothing happens when it is there already.
  public var makeFolder: @Sendable (_ path: String) throws(DiskError) -> Void
  /// Sets the permission bits of a folder.
  public var setMode: @Sendable (_ path: String, _ mode: UInt32) throws(DiskError) -> Void
  /// Opens a folder that exists, to write files into it.
  public var openFolder: @Sendable (_ path: String) throws(DiskError) -> SiteFolder
  /// Makes everything written before last.
  public var sync: @Sendable (_ folder: String) throws(DiskError) -> Void
  /// Renames; replaces an empty folder, never a full one.
  public var move: @Sendable (_ from: String, _ to: String) throws(DiskError) -> Void
  /// Swaps two paths in one step; false where the file system cannot.
  public var exchange: @Sendable (_ one: String, _ other: String) throws(DiskError) -> Bool
  /// Removes a folder with everything in it, links not followed; nothing happens when it is not
  /// there.
  public var removeTree: @Sendable (_ path: String) throws(DiskError) -> Void
  /// Takes the lock at the path without waiting; nil when another process has it.
  public var lock: @Sendable (_ path: String) throws(DiskError) -> SiteLock?
  /// Gives the lock back.
  public var unlock: @Sendable (_ lock: SiteLock) -> Void

  /// A number that no other running process has, for names of temporary folders.
  public var processNumber: @Sendable () -> Int
}

/// A folder that is open, so that its path is looked up once and not again for each file.
public struct SiteFolder: Sendable {
  /// Writes a file that is not there yet. Its path begins in the folder; the folders in it exist.
  public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Void
  /// Gives a file that stands elsewhere a name in the folder too, if it is no link, has these bytes and
  /// is what a file would be that is written now. False, and nothing happens, when it is another one, or
  /// the file system cannot.
  public var keep: @Sendable (_ path: String, _ file: String, _ bytes: [UInt8]) -> Bool
}

/// A lock that is held.
public struct SiteLock: Hashable, Sendable {
  /// The lock file.
  public let path: String
  /// Its file descriptor.
  public let descriptor: Int32

  /// Describes a held lock.
  public init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }
}
