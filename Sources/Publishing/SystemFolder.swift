internal import Glibc

/// A folder of the real file system that is open.
///
/// A class, because it closes the folder when the last one who writes into it goes.
final class SystemFolder: Sendable {
  private let path: String
  private let descriptor: Int32
  /// The owner and the permissions that a file gets that is written here.
  private let owner: uid_t
  private let mode: mode_t

  /// How much of a file is read at a time.
  private static let block = 1 << 16

  /// Opens a folder.
  init(_ path: String) throws(DiskError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else {
      throw DiskError(.write, path, code: errno)
    }
    owner = status.st_uid
    mode = status.st_mode & 0o666
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
  func keep(_ name: String, _ file: String, _ bytes: [UInt8]) -> Bool {
    guard isWritten(file, bytes) else { return false }
    return unsafe linkat(AT_FDCWD, file, descriptor, name, 0) == 0
  }

  /// True when a file is as if it had been written here with these bytes. Its time tells nothing: files
  /// come back from archives, and clocks are set.
  private func isWritten(_ path: String, _ bytes: [UInt8]) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode == S_IFREG | mode,
      status.st_uid == owner, Int(status.st_size) == bytes.count
    else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.block) { block in
        var place = 0
        while place < bytes.count {
          let wanted = min(Self.block, bytes.count - place)
          let (count, _) = unsafe SystemDisk.fill(
            UnsafeMutableBufferPointer(rebasing: block[..<wanted]), from: file)
          let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[place..<place + wanted])
          guard count == wanted, let one = part.baseAddress, let other = block.baseAddress,
            unsafe memcmp(one, other, wanted) == 0
          else { return false }
          place += wanted
        }
        return true
      }
    }
  }

  private func error(_ name: String, _ code: Int32) -> DiskError {
    DiskError(.write, AbsolutePath.join(path, name), code: code)
  }
}
