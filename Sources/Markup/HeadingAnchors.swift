/// Gives each heading of a page an id of its own.
struct HeadingAnchors {
  private var used: Set<String>

  init(reserved: Set<String>) {
    used = reserved
  }

  /// The words of the heading in lower case with hyphens; a number is added when the page has
  /// that id already.
  mutating func anchor(for text: String) -> String {
    var stem = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        stem.append(character)
      } else if !stem.isEmpty, stem.last != "-" {
        stem.append("-")
      }
    }
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
}
