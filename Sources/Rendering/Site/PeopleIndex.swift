internal import Digests
internal import Reporting
internal import UnicodeFolding

/// On which page of the A–Z list each person stands.
struct PeopleIndex: Sendable {
  /// One page of the list.
  struct Page: Sendable {
    /// The letter as people read it; nil for all that is not in the alphabet.
    let letter: String?
    /// The page's number among those of its letter, and how many they are.
    let number: Int
    let count: Int
    let path: String
    /// Places of people in the index of details, in order.
    let people: [Int]
  }

  let pages: [Page]
  /// For each person the path of their section, with its id: many pages lead to it, and a slug takes a hash
  /// to make.
  private let paths: [String]

  /// The index of a site without the list.
  static let empty = PeopleIndex(pages: [], paths: [])

  private init(pages: [Page], paths: [String]) {
    (self.pages, self.paths) = (pages, paths)
  }

  /// Puts everybody in order; `size` is how many rows a page of a table has.
  init(_ details: DetailIndex, _ wording: Wording, size: Int) {
    let count = details.count(of: .person)
    let keys = (0..<count).map { SortKey(details.id(of: .person, at: $0)) }
    let letters = AlphabetLetters(wording.alphabet)
    let letterOf = keys.map { letters.place(of: $0) }
    let sorted = (0..<count).sorted { left, right in
      letterOf[left] == letterOf[right]
        ? keys[left] < keys[right] : letterOf[left] < letterOf[right]
    }
    var pages: [Page] = []
    var pageOfPerson = Array(repeating: Int32(0), count: count)
    for group in Self.runs(sorted, by: { letterOf[$0] }) {
      let letter = letterOf[group[group.startIndex]]
      for page in Self.pages(Array(group), letters, letter, size: max(10, size / 2)) {
        for person in page.people { pageOfPerson[person] = Int32(pages.count) }
        pages.append(page)
      }
    }
    self.pages = pages
    paths = (0..<count).map { place in
      pages[Int(pageOfPerson[place])].path + "#u-" + Slug.of(details.id(of: .person, at: place))
    }
  }

  /// The section of a person.
  func path(ofPerson place: Int) -> String { paths[place] }

  /// The first page of each letter.
  var firstPages: [Page] { pages.filter { $0.number == 1 } }

  /// The id of a person's section.
  func anchor(ofPerson place: Int) -> String {
    let path = paths[place]
    return path.firstIndex(of: "#").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func pages(
    _ people: [Int], _ letters: AlphabetLetters, _ letter: Int, size: Int
  ) -> [Page] {
    let count = (people.count + size - 1) / size
    return (0..<count).map { number in
      Page(
        letter: letters.text(letter), number: number + 1, count: count,
        path: "users/\(letters.stem(letter))-\(number + 1).html",
        people: Array(people[(number * size)..<min(people.count, (number + 1) * size)]))
    }
  }

  private static func runs(_ elements: [Int], by key: (Int) -> Int) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = 0
    for place in elements.indices.dropFirst() where key(elements[place]) != key(elements[start]) {
      runs.append(elements[start..<place])
      start = place
    }
    return elements.isEmpty ? [] : runs + [elements[start...]]
  }
}

/// The letters of a list; what belongs to none comes last.
private struct AlphabetLetters {
  private let letters: [String]
  private let exact: [[UInt8]]
  private let folded: [[UInt8]]

  init(_ letters: [String]) {
    self.letters = letters
    exact = letters.map { Array($0.lowercased().utf8) }
    folded = letters.map { SortKey($0).folded }
  }

  /// The letter that a name begins with: of two that fold alike (`a`, `å`) the exact one.
  func place(of key: SortKey) -> Int {
    exact.firstIndex { !$0.isEmpty && key.exact.starts(with: $0) }
      ?? folded.firstIndex { !$0.isEmpty && key.folded.starts(with: $0) } ?? letters.count
  }

  func text(_ place: Int) -> String? {
    letters.indices.contains(place) ? letters[place].uppercased() : nil
  }

  /// The letter in file names.
  func stem(_ place: Int) -> String {
    guard letters.indices.contains(place) else { return "other" }
    let letter = letters[place].utf8
    if letter.count == 1, let byte = letter.first, byte &- 97 < 26 { return letters[place] }
    return "u"
      + letters[place].unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }
}
