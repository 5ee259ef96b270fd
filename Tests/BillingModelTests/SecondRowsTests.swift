import BillingModel
import TestSupport
import Testing

/// Second rows of a key, against a look at each row with a dictionary.
struct SecondRowsTests {
  private struct Key: Hashable {
    let subscription: Int
    let person: Int
  }

  private static func table(_ keys: [Key]) -> TableContents {
    var builder = TableBuilder(.licenseAssignments)
    for (row, key) in keys.enumerated() {
      builder.append(text: Array("S-\(key.subscription)".utf8).span, column: 0)
      let person = TableID.licenseAssignments.schema.index(of: "assignee_id") ?? 0
      builder.append(text: Array("p\(key.person)@x.example".utf8).span, column: person)
      builder.commit(line: row + 2, offset: row * 40)
    }
    return builder.finish(file: 0, given: [])
  }

  /// Few people have large groups of rows, many have small ones.
  @Test(arguments: [1, 3, 40, 3000], UInt64(1)...6)
  func areThoseWhoseKeyAnEarlierRowHas(people: Int, seed: UInt64) {
    var random = SeededGenerator(state: seed)
    check(Self.keys(people: people, &random), &random)
  }

  /// A person's rows follow each other, but for some that stand anywhere: none, few or many.
  @Test(arguments: [0, 5, 60, 400], [3, 40, 600])
  func areFoundAmongRowsInOrder(strays: Int, people: Int) {
    var random = SeededGenerator(state: UInt64(strays + people))
    var keys = Self.keys(people: people, &random)
    let order = (0..<people).shuffled(using: &random)
    keys.sort { order[$0.person] < order[$1.person] }
    for _ in 0..<strays {
      let key = keys.remove(at: Int.random(in: keys.indices, using: &random))
      keys.insert(key, at: Int.random(in: keys.indices, using: &random))
    }
    check(keys, &random)
  }

  private static func keys(people: Int, _ random: inout SeededGenerator) -> [Key] {
    (0..<2000).map { _ in
      Key(
        subscription: Int.random(in: 0..<max(3, 4000 / people), using: &random),
        person: Int.random(in: 0..<people, using: &random))
    }
  }

  private func check(_ keys: [Key], _ random: inout SeededGenerator) {
    var contents = Self.table(keys)
    let removed = Set((0..<50).map { _ in Int.random(in: keys.indices, using: &random) })
    for row in removed { contents.remove(row) }
    var firsts: [Key: Int] = [:]
    var expected: [[Int]] = []
    for (row, key) in keys.enumerated() where !removed.contains(row) {
      if let first = firsts[key] { expected.append([row, first]) } else { firsts[key] = row }
    }
    #expect(SecondRows.find(in: contents).map { [$0.row, $0.first] } == expected)
  }
}
