extension Pipeline {
  /// The version of the program.
  public static let version = "0.1.0"
}
