import Compression
import TestSupport
import Testing

struct ZipArchiveTests {
  /// A member and what came out of it.
  private struct Found: Equatable {
    let name: String
    let kind: ZipMember.Kind
    let text: String
  }

  private func members(of bytes: [UInt8]) throws -> [Found] {
    let file = OpenBytes(bytes)
    var archive = try ZipArchive(file.region)
    var budget = ExpansionBudget(ExpansionLimits())
    var found: [Found] = []
    while let member = try archive.next() {
      var text: [UInt8] = []
      if !member.isEncrypted, member.kind == .file {
        try archive.expand(member, &budget) { piece in
          for index in 0..<piece.count { text.append(piece[index]) }
          return true
        }
      }
      found.append(
        Found(name: member.name, kind: member.kind, text: String(decoding: text, as: UTF8.self)))
    }
    return found
  }

  @Test func membersComeOutInOrder() throws {
    let bytes = ZipBytes.of([("b.csv", "b,c\n"), ("in/a.csv", "a\n"), ("in/", "")])
    #expect(
      try members(of: bytes) == [
        Found(name: "b.csv", kind: .file, text: "b,c\n"),
        Found(name: "in/a.csv", kind: .file, text: "a\n"),
        Found(name: "in/", kind: .folder, text: ""),
      ])
  }

  @Test(arguments: [
    "../../etc/passwd.csv", "/etc/cron.d/x.csv", "Über/ñandú 請求書.csv", "a\nb.csv", "C:x.csv",
    "-rf.csv", "a//b.csv", "…",
  ])
  func namesAreOnlyNames(name: String) throws {
    let found = try members(of: ZipBytes.of([(name, "x")]))
    #expect(found == [Found(name: name, kind: .file, text: "x")])
  }

  @Test func backslashesOfWindowsAreSlashes() throws {
    #expect(try members(of: ZipBytes.of([("..\\x.csv", "x")])).map(\.name) == ["../x.csv"])
  }

  @Test func namesThatAreNotUTF8AreRepaired() throws {
    var zip = ZipBytes()
    zip.add(Array("r".utf8) + [0x82] + Array("sum.csv".utf8), [120], .unmarkedName)
    #expect(try members(of: zip.finished()).map(\.name) == ["r\u{FFFD}sum.csv"])
  }

  @Test func anEmptyArchiveHasNoMembers() throws {
    #expect(try members(of: ZipBytes().finished()) == [])
  }

  @Test func encryptedMembersAndLinksAreTold() throws {
    var zip = ZipBytes()
    zip.add("e.csv", [1, 2, 3], .encrypted)
    zip.add("l.csv", Array("/etc/passwd".utf8), .link)
    let file = OpenBytes(zip.finished())
    var archive = try ZipArchive(file.region)
    let first = try #require(try archive.next())
    #expect(first.isEncrypted && first.kind == .file)
    let second = try #require(try archive.next())
    #expect(!second.isEncrypted && second.kind == .link)
  }

  @Test func aWrongChecksumIsDamage() throws {
    var zip = ZipBytes()
    zip.add("a.csv", Array("a,b\n".utf8), .badChecksum)
    let error = #expect(throws: ExpansionError.self) { try members(of: zip.finished()) }
    guard case .damaged(let reason, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("CRC"))
  }

  @Test func aMemberThatIsLongerThanItSaysIsDamage() throws {
    var zip = ZipBytes()
    zip.add("a.csv", [UInt8](repeating: 65, count: 5000), .lyingLength)
    #expect(throws: ExpansionError.self) { try members(of: zip.finished()) }
  }

  @Test(arguments: [1, 5, 22, 60, 100])
  func aCutOffArchiveIsRefused(missing: Int) {
    let whole = ZipBytes.of([("a.csv", "a,b\n1,2\n"), ("b.csv", "a,b\n3,4\n")])
    #expect(throws: ExpansionError.self) { try members(of: Array(whole.dropLast(missing))) }
  }

  @Test func aBombIsStoppedEarlyAndTheNextMemberIsRead() throws {
    var zip = ZipBytes()
    zip.add("bomb.csv", [UInt8](repeating: 48, count: 30 << 20))
    zip.add("good.csv", [120])
    let file = OpenBytes(zip.finished())
    var archive = try ZipArchive(file.region)
    var budget = ExpansionBudget(ExpansionLimits())
    let bomb = try #require(try archive.next())
    var count = 0
    #expect(throws: ExpansionError.tooDense(ratio: 100)) {
      try archive.expand(bomb, &budget) { piece in
        count += piece.count
        return true
      }
    }
    #expect(count < 8 << 20)
    let good = try #require(try archive.next())
    var text: [UInt8] = []
    try archive.expand(good, &budget) { piece in
      text.append(piece[0])
      return true
    }
    #expect(text == [120])
  }

  @Test func aMemberThatSaysItIsTooLongIsNotBegun() throws {
    var zip = ZipBytes()
    zip.add("long.csv", [UInt8](repeating: 48, count: 5001))
    let file = OpenBytes(zip.finished())
    var archive = try ZipArchive(file.region)
    var budget = ExpansionBudget(ExpansionLimits(expandedBytes: 5000))
    let long = try #require(try archive.next())
    #expect(throws: ExpansionError.tooLong(limit: 5000)) {
      try archive.expand(long, &budget) { _ in
        Issue.record("nothing is handed out")
        return true
      }
    }
  }
}
