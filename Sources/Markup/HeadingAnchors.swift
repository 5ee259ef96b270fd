/// Gives each heading of a page an id of its own.
struct HeadingAnchors {
  private var used: Set<String>

  init(reserved: Set<String>) {
    used = reserved
  }

  /// The words of the heading in lower case with hyphens; a number is added when the page has
  /// that id already.
  mutating func anchor(for text: String) -> String {
    var stem = Self.asciiStem(text) ?? Self.stem(text)
    if stem.last == "-" { stem.removeLast() }
    if stem.isEmpty { stem = "section" }
    var anchor = stem
    var number = 2
    while !used.insert(anchor).inserted {
      anchor = stem + "-\(number)"
      number += 1
    }
    return anchor
  }

  private static func stem(_ text: String) -> String {
    var stem = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if !stem.isEmpty, stem.last != "-" {
        stem.append("-")
      }
    }
    return stem
  }

  /// The same of a text of ASCII; nil for other texts.
  private static func asciiStem(_ text: String) -> String? {
    var stem: [UInt8] = []
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      if byte &- 48 < 10 || (byte | 32) &- 97 < 26 {
        stem.append(byte &- 65 < 26 ? byte | 32 : byte)
      } else if let last = stem.last, last != UInt8(ascii: "-") {
        stem.append(UInt8(ascii: "-"))
      }
    }
    return String(decoding: stem, as: UTF8.self)
  }
}
