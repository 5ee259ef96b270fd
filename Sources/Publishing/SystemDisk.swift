internal import CPlatform
internal import Glibc

/// The calls of `SiteDisk.system` that take more than a line.
///
/// Everything unsafe of this target is here and in `SystemFolder`: each pointer lives for one call, and what the system
/// hands out is freed where it is got.
enum SystemDisk {
  static func entry(_ path: String) throws(DiskError) -> SiteDisk.Entry {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      throw DiskError(.look, path, code: errno)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder(mode: status.st_mode & 0o7777)
    case S_IFREG: .file
    default: .other
    }
  }

  static func names(_ path: String) throws(DiskError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw DiskError(.list, path, code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func facts(_ path: String) throws(DiskError) -> FileFacts {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw DiskError(.look, path, code: errno) }
    return facts(status)
  }

  /// What is in a folder; each entry is looked at by its name in the open folder.
  static func look(_ path: String) throws(DiskError) -> [FolderEntry] {
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { throw DiskError(.list, path, code: errno) }
    defer { close(folder) }
    var entries: [FolderEntry] = []
    for name in try names(path) {
      var status = stat()
      guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        throw DiskError(.look, AbsolutePath.join(path, name), code: errno)
      }
      entries.append(FolderEntry(name: name, facts: facts(status)))
    }
    return entries
  }

  static func mark(_ path: String) throws(DiskError) -> String? {
    let size = 1024
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe platform_mark(path, &bytes, size)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// The clock by which files get their times goes on in steps of up to two seconds, and may be another machine's.
  static func later(_ path: String) throws(DiskError) -> FileFacts.Time {
    let start = try facts(path).changed
    for _ in 0..<3000 {
      guard unsafe utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW) == 0 else { break }
      let now = try facts(path).changed
      if start < now { return now }
      usleep(1000)
    }
    throw DiskError(.write, path, code: ETIME)
  }

  private static func facts(_ status: stat) -> FileFacts {
    let kind: FileFacts.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return FileFacts(
      kind: kind, mode: status.st_mode & 0o7777, owner: status.st_uid, size: Int(status.st_size),
      device: UInt64(status.st_dev), number: UInt64(status.st_ino),
      changed: FileFacts.Time(
        seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec))
  }

  static func realPath(_ path: String) throws(DiskError) -> String? {
    guard let text = unsafe realpath(path, nil) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskError(.look, path, code: errno)
    }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  static func read(_ path: String) throws(DiskError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskError(.read, path, code: errno) }
    defer { close(file) }
    var status = stat()
    let size = unsafe fstat(file, &status) == 0 ? Int(status.st_size) : 0
    var result: [UInt8] = []
    // The byte more shows that the file ends where it says. One that goes on is read block by block.
    var next = size + 1
    while next > 0 {
      var code: Int32 = 0
      let block = unsafe [UInt8](unsafeUninitializedCapacity: next) { target, count in
        unsafe (count, code) = fill(target, from: file)
      }
      guard code == 0 else { throw DiskError(.read, path, code: code) }
      next = block.count == next ? 1 << 16 : 0
      if result.isEmpty { result = block } else { result += block }
    }
    return result
  }

  /// Reads until the buffer is full or the file ends; the code is that of an error, or 0.
  static func fill(
    _ target: UnsafeMutableBufferPointer<UInt8>, from file: Int32
  ) -> (count: Int, code: Int32) {
    var count = 0
    while count < target.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(target)[count...])
      let read = unsafe Glibc.read(file, rest.baseAddress, rest.count)
      if read == 0 { break }
      if read < 0, errno != EINTR { return (count, errno) }
      count += max(0, read)
    }
    return (count, 0)
  }

  /// Takes the lock, and makes sure that the file is still the one with that name: its last owner
  /// removes it.
  static func lock(_ path: String) throws(DiskError) -> SiteLock? {
    while true {
      let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard file >= 0 else { throw DiskError(.lock, path, code: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(file)
        if code == EWOULDBLOCK { return nil }
        throw DiskError(.lock, path, code: code)
      }
      var held = stat()
      var named = stat()
      if unsafe fstat(file, &held) == 0, unsafe stat(path, &named) == 0,
        held.st_ino == named.st_ino, held.st_dev == named.st_dev
      {
        return SiteLock(path: path, descriptor: file)
      }
      close(file)
    }
  }
}
