/// How many bytes are indexed at once.
package struct IndexReach: Hashable, Sendable {
  /// After an irregular record.
  package let least: Int
  /// At most; each time twice as many as before.
  package let most: Int

  package init(least: Int, most: Int) {
    self.least = least
    self.most = most
  }

  package static let standard = IndexReach(least: 1 << 13, most: 1 << 18)
}

/// How much of a file is read and looked at at once. Results do not depend on it.
package struct BlockSizes: Hashable, Sendable {
  /// How many bytes are read at once.
  package var step: Int
  /// Nil: each record is read alone.
  package var reach: IndexReach?
  /// How many bytes of a large JSON file tell what the others are probably like; nil: all are looked at before
  /// records are read.
  package var head: Int?
  /// Each time a reader looks at further bytes the rest of its part is cut from it, as long as both have so many
  /// bytes, as another thread may do at any time; nil: only other threads do.
  package var ownCuts: Int?

  package init(step: Int = 1 << 18, reach: IndexReach? = .standard, head: Int? = 1 << 16) {
    self.step = step
    self.reach = reach
    self.head = head
  }
}
