import CSVReading
import JSONReading

extension JSONFile {
  /// What a walk through all records of a guessed file shows.
  struct Trial {
    private let keyCount: Int
    private var evidence = Evidence()
    private var count = 0
    /// As far as it was walked through, it is as it was guessed.
    private(set) var holds = true

    init(_ file: JSONFile) {
      keyCount = file.lists[0].list.records.keyCount
    }

    /// False when the element is not as it was guessed: then the file has to be read from its beginning.
    mutating func admits(
      _ bytes: borrowing Span<UInt8>, _ records: borrowing JSONRecordScanner, _ element: JSONElement
    ) -> Bool {
      guard holds, element.list == 0, records.keyCount == keyCount else {
        holds = false
        return false
      }
      evidence.note(bytes, element.range)
      count += 1
      return true
    }

    /// The file, all of which was walked through; nil when it is not as it was guessed.
    func file(
      _ guess: JSONFile, _ walk: consuming JSONWalk, _ damage: BrokenJSON?
    ) throws(ReadFailure) -> JSONFile? {
      guard holds, damage == nil, walk.lists.count == 1,
        guess.isEncodingGiven || !evidence.isWindows1252
      else { return nil }
      let (count, hasNextLink) = (count, walk.hasNextLink)
      return guess.confirmed(count: count, hasNextLink: hasNextLink, try walk.finish())
    }
  }

  /// What the bytes say about the encoding.
  struct Evidence {
    var hasInvalid = false
    var hasMultibyte = false
    var isWindows1252: Bool { hasInvalid && !hasMultibyte }

    mutating func note(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
      guard !JSONBytes.isASCII(bytes, range) else { return }
      let isValid = JSONBytes.isUTF8(bytes, range)
      hasInvalid = hasInvalid || !isValid
      hasMultibyte =
        hasMultibyte || isValid || TextBytes.hasMultibyteSequence(copy bytes, in: range)
    }
  }
}
