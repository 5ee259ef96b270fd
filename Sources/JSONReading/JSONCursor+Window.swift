/// Reading where the bytes at hand are a window on a file.
extension JSONCursor {
  /// The next token; nil when the bytes may go on behind those at hand, and then nothing is read.
  public mutating func next(
    _ bytes: borrowing Span<UInt8>, isLast: Bool
  ) throws(JSONSyntaxError) -> JSONToken? {
    guard !isLast else { return try next(copy bytes) }
    let before = self
    do throws(JSONSyntaxError) {
      let token = try next(copy bytes)
      if token != .end, position < bytes.count || token.isClosed { return token }
    } catch {
      guard Self.mayBeCutOff(error, bytes) else { throw error }
    }
    self = before
    return nil
  }

  /// Says that the first bytes at hand are gone.
  public mutating func slide(by count: Int) {
    position -= count
    tokenStart -= count
  }

  /// What stands next in an array.
  enum ElementStep {
    case value, other, incomplete
  }

  /// Goes on to the next element of the array that is open, over a comma.
  mutating func stepToElement(_ bytes: borrowing Span<UInt8>) -> ElementStep {
    skipSpace(copy bytes)
    guard position < bytes.count else { return .incomplete }
    if expects == .separator, bytes[position] == UInt8(ascii: ",") {
      position += 1
      expects = .value
      skipSpace(copy bytes)
      guard position < bytes.count else { return .incomplete }
    }
    let isValue = expects == .value || (expects == .firstElement && bytes[position] != 0x5D)
    return isValue ? .value : .other
  }

  /// Says that the value at hand was read by another, up to the byte `end`.
  mutating func passValue(to end: Int) {
    position = end
    ended()
  }

  /// True when more bytes could mend an error.
  private static func mayBeCutOff(
    _ error: JSONSyntaxError, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    switch error.expected {
    case .endOfString, .endOfText: true
    case .value, .escape: bytes.count - error.position < 6
    case .number:
      !(error.position..<bytes.count).contains { index in
        !(bytes[index] &- 48 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[index]))
      }
    case .key, .colon, .separator, .lessDepth: false
    }
  }
}

extension JSONToken {
  /// True when the token's last byte says that it ends there.
  fileprivate var isClosed: Bool {
    if case .number = self { false } else { true }
  }
}
