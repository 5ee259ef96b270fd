internal import Glibc

extension DiskError: CustomStringConvertible {
  /// The failure as a sentence in English.
  public var description: String { "cannot \(operation.rawValue) \(path): \(reason)" }

  private var reason: String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "the disk quota is used up"
    case EROFS: "the file system is read-only"
    case ENOENT: "there is no such file or folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EEXIST, ENOTEMPTY: "something is there already"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports an error"
    case EBUSY: "it is in use (a mount point cannot be replaced: publish into a folder below it)"
    case EXDEV: "the two folders are on different file systems"
    case ELOOP: "too many links"
    default: "system error \(code)"
    }
  }
}
