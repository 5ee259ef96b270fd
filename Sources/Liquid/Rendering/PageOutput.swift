internal import CTextCopy

/// The page that is being written: text, in memory of its own that grows.
///
/// The one place of this target that works on memory without the checks of the language. Behind what is written there
/// is always room for 16 bytes, so that short pieces are copied in blocks.
@safe
public struct PageOutput: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were written.
  public private(set) var count = 0

  private static let spare = 16

  /// Makes room for so many bytes.
  public init(reserving room: Int) {
    capacity = max(room, 256)
    unsafe start = .allocate(capacity: capacity + Self.spare)
  }

  deinit { unsafe start.deallocate() }

  /// Forgets what was written from that place on.
  mutating func cut(to count: Int) {
    precondition(0...self.count ~= count, "only what was written can be cut off")
    self.count = count
  }

  /// Hands the bytes from that place on to a closure, for the time of the call.
  public func withBytes<Result>(from place: Int = 0, _ body: (borrowing Span<UInt8>) -> Result)
    -> Result
  {
    precondition(0...count ~= place, "only what was written can be read")
    // Unsafe: these bytes were written, and stay as they are during the call.
    let bytes = unsafe UnsafeBufferPointer(start: start + place, count: count - place)
    return body(unsafe Span(_unsafeElements: bytes))
  }

  /// The text from that place on, which begins where something was appended.
  public func text(from place: Int = 0) -> String {
    // Unsafe: whatever is appended is the whole of a text, or ends at a character of ASCII.
    withBytes(from: place) { unsafe String(copying: UTF8Span(unchecked: copy $0)) }
  }

  /// Appends everything that was written to an array.
  func append(to array: inout [UInt8]) {
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(2 * capacity, count + more)
    // Unsafe: what was written is moved into the larger memory, which then takes the place of the old.
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.spare)
    unsafe moved.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = moved
    capacity = larger
  }
}

// Each of these makes room first, and reads within the bytes that it is given, during the call only.
extension PageOutput {
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[count] = byte
    count += 1
  }

  /// Appends some of the bytes of a span.
  @inline(__always)
  mutating func append(_ bytes: borrowing Span<UInt8>, from first: Int, count length: Int) {
    precondition(first >= 0 && length >= 0 && length <= bytes.count - first, "bytes of the span")
    reserve(length)
    let room = bytes.count - first
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      unsafe text_copy(base + first, length, room, start + count)
    }
    count += length
  }

  mutating func append(_ bytes: borrowing Span<UInt8>) {
    append(bytes, from: 0, count: bytes.count)
  }

  mutating func append(_ text: String) {
    append(text.utf8Span.span)
  }

  /// Appends what is finished for the page.
  public mutating func append(markup: String) {
    append(markup.utf8Span.span)
  }

  /// Appends text of the program that is finished for the page.
  public mutating func write(_ markup: StaticString) {
    let length = markup.utf8CodeUnitCount
    reserve(length)
    // Unsafe: a text in the program is always there, and room for its bytes was made.
    unsafe (start + count).update(from: markup.utf8Start, count: length)
    count += length
  }

  /// Appends text with what HTML would take as markup replaced.
  public mutating func append(text: String) {
    let bytes = text.utf8Span.span
    append(escapingHTML: bytes, from: 0, count: bytes.count)
  }

  /// The same of a part of a text, which begins and ends at a character.
  public mutating func append(text bytes: borrowing Span<UInt8>, _ part: Range<Int>) {
    append(escapingHTML: bytes, from: part.lowerBound, count: part.count)
  }

  /// Appends some of the bytes of a span, with what HTML would take as markup replaced.
  @inline(__always)
  mutating func append(
    escapingHTML bytes: borrowing Span<UInt8>, from first: Int, count length: Int
  ) {
    precondition(first >= 0 && length >= 0 && length <= bytes.count - first, "bytes of the span")
    reserve(length)
    let room = bytes.count - first
    let copied = unsafe bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return 0 }
      return unsafe text_copy_harmless(base + first, length, room, start + count)
    }
    count += copied
    if copied < length { replaceHarm(in: bytes, from: first + copied, to: first + length) }
  }

  @inline(__always)
  mutating func append(_ bytes: [UInt8], from first: Int, count length: Int) {
    append(bytes.span, from: first, count: length)
  }

  @inline(__always)
  mutating func append(escapingHTML bytes: [UInt8], from first: Int, count length: Int) {
    append(escapingHTML: bytes.span, from: first, count: length)
  }

  /// The rest of a text, which begins with a byte that may have to be replaced.
  @inline(never)
  private mutating func replaceHarm(
    in bytes: borrowing Span<UInt8>, from first: Int, to end: Int
  ) {
    var index = first
    while index < end {
      index += Escaping.appendReplacement(of: bytes, at: index, end: end, to: &self)
      reserve(end - index)
      unsafe bytes.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        let copied = unsafe text_copy_harmless(
          base + index, end - index, source.count - index, start + count)
        index += copied
        count += copied
      }
    }
  }

  /// True when HTML takes all of the text as it is.
  static func isHarmless(_ text: String) -> Bool {
    unsafe text.utf8Span.span.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return true }
      return unsafe text_is_harmless(base, source.count)
    }
  }

  /// Appends the digits of a whole number.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude))
  }

  /// Appends the digits of a number, with leading zeros where they are fewer than `width`.
  public mutating func append(digits number: UInt64, width: Int = 1) {
    var rest = number
    var digits = 1
    while rest > 9 {
      digits += 1
      rest /= 10
    }
    digits = max(digits, width)
    reserve(digits)
    rest = number
    var place = count + digits
    while place > count {
      place -= 1
      unsafe start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }
}
