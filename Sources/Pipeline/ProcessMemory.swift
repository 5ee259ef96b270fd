import CPlatform

/// The memory of this process.
public enum ProcessMemory {
  /// Has large blocks of memory given back to the system as soon as they are freed. Call it before any
  /// work: peak memory is then that of what is in use.
  public static func returnEarly() {
    platform_return_memory_early()
  }
}
