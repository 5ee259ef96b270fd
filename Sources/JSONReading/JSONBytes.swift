internal import CJSONScan

/// Looks through many bytes at a time.
public enum JSONBytes {
  /// The first line feed at `start` or after; the number of bytes without one.
  public static func lineFeed(in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    let part = bytes.extracting(start..<bytes.count)
    return start
      + (unsafe part.withUnsafeBufferPointer {
        unsafe json_first_line_feed($0.baseAddress, $0.count)
      })
  }

  /// True when no byte of the range is from 0x80 on.
  public static func isASCII(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe json_is_ascii($0.baseAddress, $0.count)
    }
  }

  /// True when the bytes of the range are valid UTF-8.
  public static func isUTF8(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe json_is_utf8($0.baseAddress, $0.count)
    }
  }

  /// True when the bytes of the range stand in `other` from that place on.
  public static func areEqual(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ other: borrowing Span<UInt8>,
    from place: Int
  ) -> Bool {
    guard range.count <= other.count - place else { return false }
    let part = bytes.extracting(range)
    let otherPart = other.extracting(place..<place + range.count)
    // Unsafe: both parts have as many bytes as are read of them, during the call only.
    return unsafe part.withUnsafeBufferPointer { part in
      unsafe otherPart.withUnsafeBufferPointer { other in
        guard let part = part.baseAddress, let other = other.baseAddress else { return true }
        return unsafe json_are_equal(part, other, otherPart.count)
      }
    }
  }
}
