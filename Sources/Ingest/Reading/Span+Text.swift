extension Span where Element == UInt8 {
  /// True when the bytes are that text.
  func equals(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where unsafe buffer[index] != self[index] { return false }
      return true
    }
  }

  /// True when the bytes are the same.
  func equals(_ other: Span<UInt8>) -> Bool {
    guard other.count == count else { return false }
    for index in 0..<count where other[index] != self[index] { return false }
    return true
  }

  /// True when the bytes are that lower-case ASCII text in any ASCII case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where unsafe buffer[index] != lowercased(at: index) {
        return false
      }
      return true
    }
  }

  /// True when the bytes are those of a lower-case word in any ASCII case.
  func equalsIgnoringCase(_ word: Span<UInt8>) -> Bool {
    guard word.count == count else { return false }
    for index in 0..<count where word[index] != lowercased(at: index) { return false }
    return true
  }

  private func lowercased(at index: Int) -> UInt8 {
    let byte = self[index]
    return byte &- 65 < 26 ? byte | 0x20 : byte
  }

  /// The bytes as an array.
  var copied: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for index in 0..<count { result.append(self[index]) }
    return result
  }
}
