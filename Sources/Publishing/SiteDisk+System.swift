internal import CPlatform
internal import Glibc

extension SiteDisk {
  /// The real file system.
  ///
  /// Unsafe only because C takes the paths by pointer, each for one call.
  public static let system = SiteDisk(
    entry: { path throws(DiskError) in try SystemDisk.entry(path) },
    names: { path throws(DiskError) in try SystemDisk.names(path) },
    facts: { path throws(DiskError) in try SystemDisk.facts(path) },
    look: { folder throws(DiskError) in try SystemDisk.look(folder) },
    later: { path throws(DiskError) in try SystemDisk.later(path) },
    mark: { path throws(DiskError) in try SystemDisk.mark(path) },
    setMark: { path, text throws(DiskError) in
      let bytes = Array(text.utf8)
      let code = unsafe platform_set_mark(path, bytes, bytes.count)
      if code != 0 { throw DiskError(.write, path, code: code) }
    },
    read: { path throws(DiskError) in try SystemDisk.read(path) },
    realPath: { path throws(DiskError) in try SystemDisk.realPath(path) },
    makeFolder: { path throws(DiskError) in
      if unsafe mkdir(path, 0o777) != 0, errno != EEXIST {
        throw DiskError(.makeFolder, path, code: errno)
      }
    },
    setMode: { path, mode throws(DiskError) in
      if unsafe chmod(path, mode) != 0 { throw DiskError(.makeFolder, path, code: errno) }
    },
    openFolder: { path throws(DiskError) in
      let folder = try SystemFolder(path)
      return SiteFolder(
        write: { name, bytes throws(DiskError) in try folder.write(name, bytes) },
        keep: { name, file, bytes in folder.keep(name, file, bytes) })
    },
    sync: { folder throws(DiskError) in
      let code = unsafe platform_sync_file_system(folder)
      if code != 0 { throw DiskError(.sync, folder, code: code) }
    },
    move: { from, to throws(DiskError) in
      if unsafe rename(from, to) != 0 { throw DiskError(.move, to, code: errno) }
    },
    exchange: { one, other throws(DiskError) in
      let code = unsafe platform_exchange(one, other)
      if code == EINVAL || code == ENOSYS || code == ENOTSUP { return false }
      if code != 0 { throw DiskError(.move, other, code: code) }
      return true
    },
    removeTree: { path throws(DiskError) in
      let code = unsafe platform_remove_tree(path)
      if code != 0, code != ENOENT { throw DiskError(.remove, path, code: code) }
    },
    lock: { path throws(DiskError) in try SystemDisk.lock(path) },
    unlock: { lock in
      // The name goes first, while the lock is held, so that nobody else's file is removed.
      unsafe unlink(lock.path)
      close(lock.descriptor)
    },
    processNumber: { Int(getpid()) })
}
