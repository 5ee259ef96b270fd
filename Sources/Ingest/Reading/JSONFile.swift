import CSVReading
import JSONReading

/// A JSON file as a first reading found it: whether it is JSON at all, where lists of records stand in
/// it, and which keys those have.
struct JSONFile: Sendable {
  /// A list of records.
  struct List: Sendable {
    /// The list with the keys of its records, by which a second reading knows them again.
    var list: JSONDocumentScanner.List
    /// How many elements it has.
    var count = 0
    /// The line of its first element, and how many bytes of the line stand before it.
    var first = (line: 1, lead: 0)
    /// The names of members of nested objects as `outer.inner`, of the first records.
    var nested: Set<String> = []

    /// The keys of its records, in order of first appearance.
    var names: [String] {
      (0..<list.records.keyCount).map { String(decoding: list.records.name($0), as: UTF8.self) }
    }
  }

  /// Where its text is, in UTF-8.
  private(set) var source: ByteSource
  /// The byte at which the text begins, behind the mark.
  private(set) var start = 0
  private(set) var mode: JSONWalk.Mode
  private(set) var lists: [List] = []
  private(set) var brokenLines: [BrokenJSONLine] = []
  private(set) var hasNextLink = false
  /// What is wrong and where, when it is not JSON.
  private(set) var damage: BrokenJSON?
  private(set) var encoding = TextEncoding.utf8
  private(set) var byteCount = 0
  private(set) var sha256: String?
  /// Only its beginning was looked at; the walk through its records tells whether the rest is like it.
  private(set) var isGuess = false
  private var isGuessHashed = false
  /// Its encoding was given, and no bytes decide it.
  private(set) var isEncodingGiven = false

  /// Reads through a file. Its encoding is `given`, or decided by its bytes.
  init(
    _ source: ByteSource, encoding given: TextEncoding?, isLines: Bool, isHashing: Bool
  ) throws(ReadFailure) {
    self.source = source
    mode = isLines ? .lines : .document
    let head = try ByteStream(source).bytes(at: 0, count: 4)
    let mark = TextEncoding.marked(head.span)
    encoding = given ?? mark?.encoding ?? .utf8
    start = encoding.isUTF16 ? 0 : mark?.length ?? 0
    if encoding == .utf8, mark != nil { encoding = .utf8WithMark }
    if encoding == .windows1252 { try turnIntoUTF8() }
    var evidence = Evidence()
    try survey(&evidence, isHashing: isHashing)
    if given == nil, mark == nil, evidence.isWindows1252 {
      encoding = .windows1252
      try turnIntoUTF8()
      mode = isLines ? .lines : .document
      try survey(&evidence, isHashing: false)
    }
  }

  /// Goes through the file once more.
  func walk() throws(ReadFailure) -> JSONWalk {
    try JSONWalk(
      source, start: start, mode, lists: lists.map(\.list), isHashing: isGuess && isGuessHashed)
  }
}

extension JSONFile {
  /// How many records there have to be in the beginning of a file whose end is guessed: nested names are
  /// those of the first fifty.
  private static let fewestRecords = 50

  /// It is worth guessing what is so many times as large as its beginning.
  private static let leastShare = 8

  /// A large file as its beginning shows it: one list of records, in UTF-8 without a mark, whose keys are
  /// those of its first records. Nil when its beginning shows something else.
  static func guess(
    _ source: ByteSource, head: Int, encoding: TextEncoding?, isHashing: Bool
  ) throws(ReadFailure) -> JSONFile? {
    guard encoding == nil || encoding == .utf8 else { return nil }
    let stream = try ByteStream(source)
    let count = try stream.count()
    guard count >= head * leastShare else { return nil }
    let bytes = try stream.bytes(at: 0, count: head)
    var file = try JSONFile(.memory(bytes), encoding: encoding, isLines: false, isHashing: false)
    guard file.mode == .document, file.encoding == .utf8, file.lists.count == 1,
      file.lists[0].count >= fewestRecords
    else { return nil }
    file.source = source
    file.lists[0].count = file.lists[0].count * (count / bytes.count)
    (file.damage, file.hasNextLink, file.byteCount) = (nil, false, 0)
    (file.isGuess, file.isGuessHashed, file.isEncodingGiven) = (true, isHashing, encoding != nil)
    return file
  }

  /// The same file, all of which turned out to be as it was guessed.
  func confirmed(
    count: Int, hasNextLink: Bool, _ facts: (byteCount: Int, sha256: String?)
  ) -> JSONFile {
    var file = self
    file.isGuess = false
    file.lists[0].count = count
    file.hasNextLink = hasNextLink
    file.byteCount = facts.byteCount
    file.sha256 = facts.sha256
    return file
  }

  private mutating func turnIntoUTF8() throws(ReadFailure) {
    source = .memory(try Self.textOfWindows1252(source))
    start = 0
  }

  /// A file in Windows-1252 as UTF-8.
  private static func textOfWindows1252(_ source: ByteSource) throws(ReadFailure) -> [UInt8] {
    let bytes = try ByteStream(source).all()
    var text: [UInt8] = []
    TextBytes.appendWindows1252(bytes.span, in: 0..<bytes.count, to: &text)
    return text
  }

  /// Reads through the file; a second time when it turns out to be laid out otherwise.
  private mutating func survey(
    _ evidence: inout Evidence, isHashing: Bool
  ) throws(ReadFailure) {
    var walk = try JSONWalk(source, start: start, mode, isHashing: isHashing)
    try survey(&walk, &evidence)
    let (isLines, isEmpty) = (walk.looksLikeLines, walk.lists.isEmpty)
    let facts = try walk.finish()
    if byteCount == 0 { byteCount = facts.byteCount }
    if isHashing { sha256 = facts.sha256 }
    guard mode == .document, damage == nil ? isEmpty : isLines else { return }
    mode = damage == nil ? .whole : .lines
    var again = try JSONWalk(source, start: start, mode)
    try survey(&again, &evidence)
  }

  private mutating func survey(
    _ walk: inout JSONWalk, _ evidence: inout Evidence
  ) throws(ReadFailure) {
    var found: [List] = []
    damage = try walk.forEachElement { bytes, records, element in
      evidence.note(bytes, element.range)
      while found.count <= element.list { found.append(List(list: .init())) }
      if found[element.list].count == 0 {
        found[element.list].first = (element.line, element.lead)
      }
      found[element.list].count += 1
      guard element.isObject, found[element.list].count <= 50 else { return }
      Self.noteNested(bytes, records, &found[element.list].nested)
    }
    for (index, list) in walk.lists.enumerated() {
      if found.count <= index { found.append(List(list: list)) }
      found[index].list = list
    }
    lists = found
    brokenLines = walk.brokenLines
    hasNextLink = walk.hasNextLink
  }

  private static func noteNested(
    _ bytes: borrowing Span<UInt8>, _ records: borrowing JSONRecordScanner,
    _ names: inout Set<String>
  ) {
    for index in 0..<records.count where records.members[index].kind == .nested {
      let member = records.members[index]
      let outer = String(decoding: records.name(member.key), as: UTF8.self)
      for inner in JSONRecord.members(copy bytes, member.value) ?? [] {
        names.insert(outer + "." + JSONText.content(of: inner.key, in: copy bytes))
      }
    }
  }
}
