/// How much work one rendering may do. Time is no limit: the same input always gives the same end.
public struct Limits: Hashable, Sendable {
  /// How many tags, outputs, filter calls, loop passes and list items may be worked on.
  public var steps: Int
  /// How deep blocks, partials and expressions may be nested.
  public var depth: Int
  /// How many bytes may be written, and how long one text may become.
  public var outputBytes: Int

  /// Makes limits; the defaults are far above what a page needs and far below what hurts.
  public init(steps: Int = 50_000_000, depth: Int = 100, outputBytes: Int = 256 << 20) {
    self.steps = steps
    self.depth = depth
    self.outputBytes = outputBytes
  }
}
