/// Where a field lies in the scanned bytes, quotes left out.
public struct CSVField: Hashable, Sendable {
  /// The first byte of the content.
  public let start: Int
  /// The byte after the content.
  public let end: Int
  /// True when the field stood in quotes; the opening quote is the byte before `start`.
  public let isQuoted: Bool
  /// True when the content has doubled quotes, each of which stands for one.
  public let hasDoubledQuotes: Bool

  /// Names a field's bytes.
  public init(start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.end = end
    self.isQuoted = isQuoted
    self.hasDoubledQuotes = hasDoubledQuotes
  }

  /// The byte at which the field begins, its opening quote included.
  public var outerStart: Int { isQuoted ? start - 1 : start }

  /// Appends the content to `result`, doubled quotes made single.
  public func copyContent(of bytes: Span<UInt8>, into result: inout [UInt8]) {
    var index = start
    while index < end {
      let byte = bytes[index]
      result.append(byte)
      index += hasDoubledQuotes && byte == UInt8(ascii: "\"") ? 2 : 1
    }
  }
}
