internal import CUTF8Proc

/// The one place that calls utf8proc with pointers.
enum UnicodeMapping {
  /// The text under utf8proc's options, as UTF-8; the text itself if memory is short.
  ///
  /// Unsafe because utf8proc takes the bytes by pointer and hands out memory of its own: the
  /// bytes live for the call, and what it returns is copied and freed here.
  static func map(_ text: [UInt8], _ options: [utf8proc_option_t]) -> [UInt8] {
    let bits = options.reduce(UTF8PROC_STABLE.rawValue) { $0 | $1.rawValue }
    var mapped: UnsafeMutablePointer<UInt8>?
    let count = unsafe text.withUnsafeBufferPointer { source in
      unsafe utf8proc_map(source.baseAddress, source.count, &mapped, utf8proc_option_t(bits))
    }
    guard let result = unsafe mapped else { return text }
    defer { unsafe free(result) }
    guard count >= 0 else { return text }
    return unsafe Array(UnsafeBufferPointer(start: result, count: count))
  }

  /// True when no byte needs Unicode at all.
  static func isASCII(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 < 0x80 }
  }
}
