import Glibc

/// A part of an open file. The descriptor belongs to whoever made the region and stays open as long
/// as the region is used.
public struct FileRegion: Hashable, Sendable {
  /// The open file.
  public let descriptor: Int32
  /// Its first byte.
  public let offset: Int
  /// How many bytes it has.
  public let count: Int

  /// A part of an open file.
  public init(descriptor: Int32, offset: Int = 0, count: Int) {
    self.descriptor = descriptor
    self.offset = offset
    self.count = count
  }

  /// Fills the buffer from the region's byte `position` on; how many bytes there were.
  func read(into buffer: inout [UInt8], at position: Int) throws(ExpansionError) -> Int {
    let wanted = min(buffer.count, count - position)
    guard wanted > 0 else { return 0 }
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { raw in
        // Unsafe: the system writes at most the buffer's bytes, during the call only.
        unsafe pread(descriptor, raw.baseAddress, wanted, off_t(offset + position))
      }
      if got >= 0 { return got }
      guard errno == EINTR else {
        throw .unreadable(reason: unsafe String(cString: strerror(errno)))
      }
    }
  }

  /// True when those are its first bytes and can be read.
  func begins(with bytes: [UInt8]) -> Bool {
    var start = [UInt8](repeating: 0, count: bytes.count)
    do throws(ExpansionError) {
      return try read(into: &start, at: 0) == bytes.count && start == bytes
    } catch {
      return false
    }
  }
}
