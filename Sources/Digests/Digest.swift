/// A SHA-256 value: 32 bytes.
public struct Digest: Hashable, Sendable {
  /// The bytes, always 32.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 value has 32 bytes")
    self.bytes = bytes
  }

  /// All 64 lower-case hexadecimal digits.
  public var hex: String { hex(prefix: 64) }

  /// The first `count` hexadecimal digits.
  public func hex(prefix count: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(Self.digit(byte >> 4))
      text.append(Self.digit(byte & 15))
    }
    return String(decoding: text.prefix(count), as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 48 + value : 87 + value
  }
}
