internal import CJSONScan

/// Counts lines while a window slides over a text and places are asked for in ascending order.
public struct JSONLines: Sendable {
  /// The line of the last place, from 1.
  public private(set) var line = 1
  /// How many bytes of its line stand before the last place.
  public private(set) var lead = 0
  /// The last place in the bytes at hand.
  private var place = 0

  /// Counts from the begin of a text.
  public init() {}

  /// Goes on to a place, not before the last.
  public mutating func advance(to index: Int, _ bytes: borrowing Span<UInt8>) {
    guard index > place else { return }
    let range = place..<index
    let feeds = unsafe bytes.extracting(range).withUnsafeBufferPointer { part in
      // Unsafe: the bytes of the span are read within its bounds, during the call only.
      unsafe json_line_feeds(part.baseAddress, part.count)
    }
    lead += range.count
    if feeds > 0 {
      line += feeds
      var last = index - 1
      while bytes[last] != 10 { last -= 1 }
      lead = index - last - 1
    }
    place = index
  }

  /// Says that the first bytes at hand are gone.
  public mutating func slide(by count: Int) {
    place -= count
  }
}
