import CPlatform

enum Processors {
  /// How many processors this process may use, at least 1.
  static var count: Int { Int(platform_processor_count()) }
}
