import Glibc
import Synchronization

/// The spool files of a run: as many as are written to at the same time, however many inputs there
/// are.
///
/// A class, because all tasks of a run share it.
public final class SpoolPool: Sendable {
  /// A spool file and where its next byte goes.
  struct Spool {
    let file: SpoolFile
    var end = 0
  }

  private let folder: String
  private let idle = Mutex<[Spool]>([])

  /// Spools into a folder; nil: that of `TMPDIR`, else `/tmp`.
  public init(folder: String? = nil) {
    self.folder = folder ?? Self.temporaryFolder
  }

  /// Spools into an open file first, which is taken over: for tests of disks that are full.
  package init(openFile descriptor: Int32, folder: String) {
    self.folder = folder
    let file = SpoolFile(descriptor: descriptor, folder: folder)
    idle.withLock { $0 = [Spool(file: file)] }
  }

  /// A spool file that nobody writes to now.
  func take() throws(ReadFailure) -> Spool {
    if let spool = idle.withLock({ $0.popLast() }) { return spool }
    return Spool(file: try SpoolFile(in: folder))
  }

  /// Gives a spool file back. What stands behind its end is written over by the next.
  func giveBack(_ spool: Spool) {
    idle.withLock { $0.append(spool) }
  }

  private static var temporaryFolder: String {
    guard let value = unsafe getenv("TMPDIR"), unsafe value.pointee != 0 else { return "/tmp" }
    return unsafe String(cString: value)
  }
}
