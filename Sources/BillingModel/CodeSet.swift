/// Some of the codes from 0 up to a largest one.
struct CodeSet: Sendable {
  private var bits: [UInt64]
  /// How often a code was added.
  private(set) var additions = 0

  init(largest: Int) {
    bits = [UInt64](repeating: 0, count: largest >> 6 + 1)
  }

  func contains(_ code: UInt32) -> Bool {
    bits[Int(code) >> 6] >> UInt64(code & 63) & 1 != 0
  }

  /// False when it was there.
  @discardableResult
  mutating func add(_ code: UInt32) -> Bool {
    additions += 1
    let isNew = !contains(code)
    bits[Int(code) >> 6] |= 1 << UInt64(code & 63)
    return isNew
  }

  /// Adds all codes of another set up to the same largest one.
  mutating func add(_ other: CodeSet) {
    for word in bits.indices { bits[word] |= other.bits[word] }
    additions += other.additions
  }
}
