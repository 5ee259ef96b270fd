import CPlatform
import Synchronization

/// The memory of this process.
public enum ProcessMemory {
  private static let kept = Mutex<[any Sendable]>([])

  /// Keeps a value until the process ends, which it is about to do: all memory is then given back at once,
  /// not piece by piece.
  public static func keep(_ value: some Sendable) {
    kept.withLock { $0.append(value) }
  }

  /// Has blocks of memory reused where clearing new ones would cost more, and the largest given back to
  /// the system as soon as they are freed: peak memory is then near that of what is in use. Call it
  /// before any work.
  public static func tune() {
    platform_tune_memory()
  }

  /// Has all threads share one store of memory. Reading takes few and large blocks, and needs less memory
  /// in this way; making pages takes very many small ones, for which threads would wait for each other.
  /// Call it before any work.
  public static func share() {
    platform_share_memory()
  }
}
