import CPlatform

/// The memory of this process.
public enum ProcessMemory {
  /// Has blocks of memory reused where clearing new ones would cost more, and the largest given back to
  /// the system as soon as they are freed: peak memory is then near that of what is in use. Call it
  /// before any work.
  public static func tune() {
    platform_tune_memory()
  }
}
