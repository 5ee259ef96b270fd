internal import Glibc

/// A folder of the real file system that is open.
///
/// A class, because it closes the folder when the last one who writes into it goes.
final class SystemFolder: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Opens a folder.
  init(_ path: String) throws(DiskError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskError(.write, path, code: errno) }
  }

  deinit { close(descriptor) }

  /// Writes a file that is not there yet.
  func write(_ name: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = unsafe openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw error(name, errno) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { source in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: source[written...])
        return unsafe Glibc.write(file, rest.baseAddress, rest.count)
      }
      if count > 0 {
        written += count
      } else if count == 0 || errno != EINTR {
        let code = count == 0 ? ENOSPC : errno
        close(file)
        throw error(name, code)
      }
    }
    if close(file) != 0 { throw error(name, errno) }
  }

  /// Gives a file that stands elsewhere a name here too, if it is the one that is meant.
  func keep(_ name: String, _ file: String, size: Int, notAfter time: FileTime) -> Bool {
    var status = stat()
    guard unsafe lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == size, FileTime(status) <= time
    else { return false }
    return unsafe linkat(AT_FDCWD, file, descriptor, name, 0) == 0
  }

  private func error(_ name: String, _ code: Int32) -> DiskError {
    DiskError(.write, AbsolutePath.join(path, name), code: code)
  }
}
