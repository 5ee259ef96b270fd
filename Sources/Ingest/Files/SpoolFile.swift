import CPlatform
import Glibc

/// A temporary file without a name, which holds what archives and standard input give.
///
/// A class, because it owns the open file: it is closed, and gone, with the last who reads from it.
final class SpoolFile: Sendable {
  let descriptor: Int32
  /// Where it was made, for messages.
  let folder: String

  /// Makes a file in that folder.
  init(in folder: String) throws(ReadFailure) {
    self.folder = folder
    descriptor = unsafe platform_unnamed_file(folder)
    guard descriptor >= 0 else {
      let reason = ReadFailure.ofSystem().reason
      throw ReadFailure(reason: "\(reason) while a file is made in \(folder)")
    }
  }

  /// Takes over an open file.
  init(descriptor: Int32, folder: String) {
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit {
    _ = close(descriptor)
  }

  /// Writes bytes at that place.
  func write(_ bytes: borrowing Span<UInt8>, at offset: Int) throws(ReadFailure) {
    var written = 0
    while written < bytes.count {
      let put = unsafe bytes.withUnsafeBufferPointer { source in
        // Unsafe: the system reads the bytes that are left, during the call only.
        unsafe pwrite(
          descriptor, source.baseAddress?.advanced(by: written), source.count - written,
          off_t(offset + written))
      }
      if put > 0 {
        written += put
      } else if put == 0 || errno != EINTR {
        let reason = ReadFailure.ofSystem().reason
        throw ReadFailure(reason: "\(reason) while it is expanded into \(folder)")
      }
    }
  }
}

/// Some bytes of a spool file.
public struct SpoolPiece: Sendable, Hashable {
  let file: SpoolFile
  let offset: Int
  let count: Int

  /// True when both are the same bytes of the same file.
  public static func == (left: SpoolPiece, right: SpoolPiece) -> Bool {
    left.file === right.file && left.offset == right.offset && left.count == right.count
  }

  /// Hashes which bytes of which file it is.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(offset)
    hasher.combine(count)
  }
}

extension ReadFailure {
  /// The last failure of a system call, in the system's words.
  static func ofSystem() -> ReadFailure {
    guard let text = unsafe strerror(errno) else { return ReadFailure(reason: "error \(errno)") }
    return unsafe ReadFailure(reason: String(cString: text))
  }
}
