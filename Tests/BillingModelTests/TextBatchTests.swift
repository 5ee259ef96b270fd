import TestSupport
import Testing

@testable import BillingModel

/// Texts that are looked up a batch at a time have the codes that they have one by one, in whatever way
/// they come: few words, runs, names in the order of another table, or none of these.
struct TextBatchTests {
  private static let assignee = 2
  private static let name = 4
  private static let people = 3000

  /// The texts of one batch, and the bytes in which they stand.
  private struct Batch {
    var bytes: [UInt8] = []
    var room: [UInt8] = []
    var starts: [UInt32] = []
    var lengths: [UInt32] = []

    mutating func append(_ text: String, inRoom: Bool) {
      let start = inRoom ? UInt32(room.count) | 1 << 31 : UInt32(bytes.count)
      // What stands after an empty cell is not its text.
      starts.append(text.isEmpty ? 0 : start)
      lengths.append(UInt32(text.utf8.count))
      if inRoom { room += text.utf8 } else { bytes += Array((text + ",").utf8) }
    }
  }

  /// Makes the texts of a batch.
  private struct Source {
    var random: SeededGenerator
    private var next = 0

    init(_ seed: UInt64) {
      random = SeededGenerator(state: seed)
    }

    static func person(_ number: Int) -> String {
      // Every seventh is longer than what is compared at once.
      number % 7 == 0
        ? "a-person-with-a-very-long-name-\(number)@contoso.example" : "p\(number)@x.example"
    }

    mutating func texts() -> [String] {
      let count = Int.random(in: 1...TextBatch.size, using: &random)
      let words = [3, 40, 63, 64, 65, 66, 300, 4000].randomElement(using: &random) ?? 3
      let kind = Int.random(in: 0..<4, using: &random)
      var last = ""
      return (0..<count).map { _ in
        switch kind {
        case 0: last = "word \(Int.random(in: 0..<words, using: &random))"
        case 1 where Int.random(in: 0..<20, using: &random) > 0 && !last.isEmpty: break
        case 1: last = Self.person(Int.random(in: 0..<2 * people, using: &random))
        case 2: last = inOrder()
        default: last = Self.person(Int.random(in: 0..<2 * people, using: &random))
        }
        return varied(last)
      }
    }

    /// Mostly the next person, now and then the same again, another one or one that is not known.
    private mutating func inOrder() -> String {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return "group-\(Int.random(in: 0..<9, using: &random))"
      case 1: next = Int.random(in: 0..<people, using: &random)
      case 2: break
      default: next += 1
      }
      return Self.person(next)
    }

    private mutating func varied(_ text: String) -> String {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: ""
      case 1: text.uppercased()
      case 2: "Ü" + text
      case 3: "ü" + text
      default: text
      }
    }
  }

  @Test(arguments: 0..<30)
  func codesAreThoseOfTextsLookedUpOneByOne(seed: UInt64) {
    var source = Source(seed)
    var base = TextDictionary(.caseless)
    if seed % 3 > 0 {
      for number in 0..<Self.people { _ = base.intern(Array(Source.person(number).utf8).span) }
    }
    let known = seed % 3 > 0 ? base : nil
    var batches = TableBuilder(.licenseAssignments, people: known)
    var single = TableBuilder(.licenseAssignments, people: known)
    var row = 0
    for _ in 0..<12 {
      let texts = source.texts()
      var batch = Batch()
      for text in texts { batch.append(text, inRoom: Bool.random(using: &source.random)) }
      let counts = [UInt32](repeating: 1, count: texts.count)
      for column in [Self.assignee, Self.name] {
        batches.append(
          texts: batch.bytes.span, room: batch.room.span, starts: batch.starts.span,
          lengths: batch.lengths.span, groups: nil, column: column)
      }
      batches.commit(line: row, offset: row, lineCounts: counts.span, byteCounts: counts.span)
      for text in texts {
        if !text.isEmpty {
          single.append(text: Array(text.utf8).span, column: Self.assignee)
          single.append(text: Array(text.utf8).span, column: Self.name)
        }
        single.commit(line: row, offset: row)
        row += 1
      }
    }
    expectEqual(batches.finish(file: 0, given: []), single.finish(file: 0, given: []), known)
  }

  private func expectEqual(
    _ left: TableContents, _ right: TableContents, _ known: TextDictionary?
  ) {
    var shared = Domain.allCases.map { TextDictionary($0.folding) }
    if let known { shared[Domain.party.rawValue] = known }
    var (left, right) = (left, right)
    let (leftCodes, rightCodes) = (left.codes(Self.assignee), right.codes(Self.assignee))
    var (leftShared, rightShared) = (shared, shared)
    left.adopt(&leftShared)
    right.adopt(&rightShared)
    #expect(leftCodes == rightCodes)
    #expect(left.codes(Self.name) == right.codes(Self.name))
    for row in 0..<left.count {
      #expect(
        left.text(Self.assignee, row, leftShared) == right.text(Self.assignee, row, rightShared))
      #expect(left.text(Self.name, row, leftShared) == right.text(Self.name, row, rightShared))
    }
  }
}
