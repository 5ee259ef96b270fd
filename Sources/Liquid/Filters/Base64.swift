/// Base64 (RFC 4648) with padding.
enum Base64 {
  enum Alphabet {
    case standard
    case urlSafe

    fileprivate var letters: [UInt8] {
      let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
      return Array((common + (self == .standard ? "+/" : "-_")).utf8)
    }
  }

  static func encode(_ text: String, _ alphabet: Alphabet) -> String {
    let letters = alphabet.letters
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[Int(bits >> UInt32(18 - 6 * place) & 63)]
        output.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The bytes; nil for text that is not Base64. URL-safe text may come without padding.
  static func decode(_ text: String, _ alphabet: Alphabet) -> [UInt8]? {
    var bytes = Array(text.utf8)
    let isPadded = bytes.last == UInt8(ascii: "=")
    guard bytes.count % 4 == 0 || (alphabet == .urlSafe && !isPadded) else { return nil }
    if isPadded { bytes.removeLast() }
    if isPadded, bytes.last == UInt8(ascii: "=") { bytes.removeLast() }
    guard bytes.count % 4 != 1 else { return nil }
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in alphabet.letters.enumerated() { values[Int(letter)] = UInt8(value) }
    var output: [UInt8] = []
    var bits: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      let value = values[Int(byte)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      if index % 4 == 1 { output.append(UInt8(truncatingIfNeeded: bits >> 4)) }
      if index % 4 == 2 { output.append(UInt8(truncatingIfNeeded: bits >> 2)) }
      if index % 4 == 3 { output.append(UInt8(truncatingIfNeeded: bits)) }
    }
    return output
  }
}
