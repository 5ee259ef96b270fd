import Compression
import TestSupport
import Testing

struct GzipFileTests {
  private let text = Array((0..<50_000).map { "SUB-\($0),\($0 * 7919 % 1000).50\n" }.joined().utf8)

  @Test func oneMemberComesOut() throws {
    #expect(try OpenBytes(GzipBytes.of(text)).gunzipped() == text)
  }

  @Test func manyMembersComeOutOneAfterTheOther() throws {
    let members = (0..<300).map { "line \($0)\n" }
    let bytes = members.flatMap { GzipBytes.of($0) }
    #expect(try OpenBytes(bytes).gunzipped() == Array(members.joined().utf8))
  }

  @Test func anEmptyMemberIsNothing() throws {
    #expect(try OpenBytes(GzipBytes.of("") + GzipBytes.of("a")).gunzipped() == [97])
  }

  @Test func aPartOfAFileIsReadFromItsBegin() throws {
    #expect(try OpenBytes(GzipBytes.of(text), after: 70_001).gunzipped() == text)
  }

  @Test func zerosAfterTheEndArePadding() throws {
    let bytes = GzipBytes.of("a,b\n") + [UInt8](repeating: 0, count: 100_000)
    #expect(try OpenBytes(bytes).gunzipped() == Array("a,b\n".utf8))
  }

  @Test(arguments: [1, 2, 7, 8, 9, 20, 1000])
  func aCutOffFileSaysHowMuchCameOut(missing: Int) {
    let bytes = Array(GzipBytes.of(text).dropLast(missing))
    let error = #expect(throws: ExpansionError.self) { try OpenBytes(bytes).gunzipped() }
    guard case .damaged("the file is cut off", let expanded)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(expanded > text.count / 2 && expanded <= text.count)
  }

  @Test func aWrongChecksumIsDamage() {
    var bytes = GzipBytes.of(text)
    bytes[bytes.count - 6] ^= 1
    #expect(throws: ExpansionError.damaged(reason: "incorrect data check", expanded: text.count)) {
      try OpenBytes(bytes).gunzipped()
    }
  }

  @Test func otherBytesAfterTheEndAreDamage() {
    #expect(throws: ExpansionError.damaged(reason: "incorrect header check", expanded: 1)) {
      try OpenBytes(GzipBytes.of("a") + Array("more".utf8)).gunzipped()
    }
    #expect(
      throws: ExpansionError.damaged(
        reason: "bytes follow the end that are not gzip", expanded: 1)
    ) {
      try OpenBytes(GzipBytes.of("a") + [0, 0, 1]).gunzipped()
    }
  }

  @Test func aBombIsStoppedEarly() {
    let zeros = GzipBytes.of([UInt8](repeating: 48, count: 40 << 20))
    #expect(throws: ExpansionError.tooDense(ratio: 100)) { try OpenBytes(zeros).gunzipped() }
    #expect(throws: ExpansionError.tooLong(limit: 5000)) {
      try OpenBytes(zeros).gunzipped(ExpansionLimits(expandedBytes: 5000))
    }
  }

  @Test func aSmallFileMayCompressWell() throws {
    let rows = [UInt8](repeating: 48, count: 1 << 20)
    #expect(try OpenBytes(GzipBytes.of(rows)).gunzipped().count == rows.count)
  }

  @Test(arguments: UInt64(1)...60)
  func damageNeverPassesUnseen(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var bytes = GzipBytes.of(text)
    // The first ten bytes hold a time and an operating system, which nothing checks.
    let place = Int.random(in: 10..<bytes.count, using: &random)
    bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    #expect(throws: ExpansionError.self) { try OpenBytes(bytes).gunzipped() }
  }
}
