import CalendarDates
import Ingest
import TestSupport
import Testing

@testable import BillingModel

/// Licences, and those held twice, against a plain way to work them out: for people whose rows stand together, for
/// some and for many who come again, and for groups with and without members.
struct HeldTwiceTests {
  private struct Row {
    var subscription: String
    var person: String
    var isGroup = false
    var day: Int?
    var via = ""
  }

  /// A licence as the plain way has it.
  private struct Held: Equatable {
    let subscription: String
    let person: String
    var day: Int?
  }

  private struct Twice: Hashable, Comparable {
    let person: String
    let subscription: String
    let kept: String

    static func < (left: Twice, right: Twice) -> Bool {
      (left.person, left.subscription) < (right.person, right.subscription)
    }
  }

  /// Subscription *n* is of product *n* mod 3; each fifth has ended.
  private static let subscriptions = 11

  private static func isInUse(_ number: Int) -> Bool { number % 5 != 4 }

  private static func rows(_ random: inout SeededGenerator, moved: Int) -> [Row] {
    var rows: [Row] = []
    for person in 0..<60 {
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let number = Int.random(in: 0...subscriptions, using: &random)
        let day = Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil
        let group = "group\(Int.random(in: 0..<3, using: &random))@x"
        let kind = Int.random(in: 0..<20, using: &random)
        rows.append(
          Row(
            subscription: "S-\(number)", person: kind == 0 ? group : "p\(person)@x",
            isGroup: kind == 0, day: day, via: kind > 15 ? "V-\(kind)" : ""))
      }
    }
    for _ in 0..<moved {
      let row = rows.remove(at: Int.random(in: 0..<rows.count, using: &random))
      rows.insert(row, at: Int.random(in: 0...rows.count, using: &random))
    }
    return rows
  }

  private static func data(_ rows: [Row], members: [String: [String]]) -> Dataset {
    var bought = "subscription_id,product_id,status,expires_on\n"
    for number in 0..<subscriptions {
      bought +=
        "S-\(number),P-\(number % 3),\(isInUse(number) ? "active" : "disabled"),2026-01-01\n"
    }
    var assigned = "subscription_id,assignee_id,assignee_kind,assigned_on,via_group\n"
    for row in rows {
      let day = row.day.map { "2024-01-0\($0)" } ?? ""
      let kind = row.isGroup ? "group" : "user"
      assigned += "\(row.subscription),\(row.person),\(kind),\(day),\(row.via)\n"
    }
    var files = [
      (name: "subscriptions.csv", text: bought), (name: "license_assignments.csv", text: assigned),
    ]
    if !members.isEmpty {
      let lines = members.sorted { $0.key < $1.key }.flatMap { group, people in
        people.map { "\(group),\($0)\n" }
      }
      files.append(
        (name: "group_members.csv", text: "group_id,user_principal_name\n" + lines.joined()))
    }
    return InMemoryIngest.read(files, asOf: CalendarDate(days: 20_484)).dataset
  }

  /// The licences in the order in which they are first given, and the groups without members.
  private static func held(
    _ rows: [Row], members: [String: [String]]
  ) -> (licenses: [Held], groups: Set<String>) {
    var licenses: [Held] = []
    var groups: Set<String> = []
    var keys: Set<[String]> = []
    for row in rows where keys.insert([row.subscription, row.person, row.via]).inserted {
      let people = row.isGroup ? members[row.person] ?? [row.person] : [row.person]
      if row.isGroup, members[row.person] == nil { groups.insert(row.person) }
      for person in people {
        let known = licenses.firstIndex {
          $0.subscription == row.subscription && $0.person == person
        }
        if let known {
          licenses[known].day = [licenses[known].day, row.day].compactMap { $0 }.min()
        } else {
          licenses.append(Held(subscription: row.subscription, person: person, day: row.day))
        }
      }
    }
    return (licenses, groups)
  }

  private static func twice(_ licenses: [Held], groups: Set<String>) -> [Twice] {
    var result: [Twice] = []
    for person in Set(licenses.map(\.person)).subtracting(groups) {
      for product in 0..<3 {
        let numbers = (0..<subscriptions).filter { $0 % 3 == product && isInUse($0) }
        let own = licenses.filter { license in
          license.person == person && numbers.contains { "S-\($0)" == license.subscription }
        }
        let kept = own.min { left, right in
          (left.day ?? 99, left.subscription) < (right.day ?? 99, right.subscription)
        }
        for license in own where license != kept {
          result.append(
            Twice(
              person: person, subscription: license.subscription, kept: kept?.subscription ?? ""))
        }
      }
    }
    return result.sorted()
  }

  @Test(arguments: 0..<40)
  func licensesAreThoseOfThePlainWay(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let rows = Self.rows(&random, moved: [0, 3, 500][Int(seed % 3)])
    let members = seed % 4 == 3 ? ["group1@x": ["p3@x", "p40@x", "z@x"]] : [:]
    let data = Self.data(rows, members: members)
    let licenses = Licenses(data)
    let (expected, groups) = Self.held(rows, members: members)

    for code in 0..<data.codeCount(.subscription) {
      let range = licenses.licenses(ofSubscription: code)
      let id = data.text(.subscription, code)
      let found = range.map { license in
        Held(
          subscription: id, person: data.text(.party, Int(licenses.assignees[license])),
          day: licenses.assignedOn(license).map { Int($0.days) - 19_722 })
      }
      #expect(found == expected.filter { $0.subscription == id }, "seed \(seed), \(id)")
    }
    #expect(Set(licenses.unknownGroups.map { data.text(.party, $0) }) == groups)

    let counts = LicenseCounts(data)
    for code in 0..<data.codeCount(.subscription) {
      #expect(counts.assigned(toSubscription: code) == licenses.assigned(toSubscription: code))
    }
    let duplicates = DuplicateLicenses(data, counts).all
    #expect(duplicates.map(\.row) == duplicates.map(\.row).sorted())
    let subscriptions = data.licenseAssignments.subscriptionID
    let twice = duplicates.map { duplicate in
      Twice(
        person: data.text(.party, duplicate.assignee),
        subscription: subscriptions[duplicate.row] ?? "",
        kept: subscriptions[duplicate.keptRow] ?? "")
    }
    #expect(twice.sorted() == Self.twice(expected, groups: groups), "seed \(seed)")
  }

  @Test func bothWaysAreTaken() {
    let ways = (0..<30).map { seed in
      var random = SeededGenerator(state: UInt64(seed))
      let rows = Self.rows(&random, moved: [0, 3, 500][seed % 3])
      if case .rows = LicenseCounts(Self.data(rows, members: [:])).source { return true }
      return false
    }
    #expect(ways.count(where: \.self) > 10 && ways.count { !$0 } > 10)
  }
}
