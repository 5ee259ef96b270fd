import BillingModel
import CSVReading
import Ingest
import TestSupport
import Testing

struct EncodingTests {
  /// Text in UTF-16, its halves of pairs as they stand.
  private func utf16(_ units: some Sequence<UInt16>, isBig: Bool = false) -> [UInt8] {
    units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  private let text = UserRows.header + "zoë@x.example,Zoë 𝄞,never\n請@x.example,請求,2025-01-01\n"

  @Test(arguments: [false, true], [false, true])
  func utf16IsReadAsTheSameTextInUTF8(isBig: Bool, isMarked: Bool) {
    let bytes =
      utf16((isMarked ? "\u{FEFF}" : "").utf16, isBig: isBig) + utf16(text.utf16, isBig: isBig)
    let read = PreparedFiles("u.csv", bytes)
    let plain = PreparedFiles("u.csv", Array(text.utf8))
    #expect(read.findings == plain.findings)
    #expect(read.findings == ["u.csv:2:26 bad-date"])
    #expect(read.excerpts == ["zoë@x.example,Zoë 𝄞,never"])
    #expect(read.rawTexts == ["zoë@x.example,Zoë 𝄞,never"])
    #expect(read.result.dataset.files.map(\.encoding) == [isBig ? "utf-16be" : "utf-16le"])
    #expect(read.result.dataset.files.map(\.byteCount) == [bytes.count])
    #expect(read.result.dataset.users.count == 1)
  }

  @Test(arguments: [false, true])
  func utf16IsReadAsJSON(isBig: Bool) {
    let json = #"[{"user_principal_name":"zoë@x.example","display_name":"𝄞","created_on":"x"}]"#
    for mark in ["\u{FEFF}", ""] {
      let read = PreparedFiles("u.json", utf16((mark + json).utf16, isBig: isBig))
      #expect(read.findings == ["u.json:1:77 bad-date"])
      #expect(read.excerpts == [json])
      #expect(read.rawTexts == [String(json.dropFirst().dropLast())])
      #expect(read.result.dataset.files.map(\.encoding) == [isBig ? "utf-16be" : "utf-16le"])
    }
  }

  @Test func utf16ComesOutOfArchives() {
    let bytes = utf16(("\u{FEFF}" + text).utf16)
    var zip = ZipBytes()
    zip.add("u.csv", bytes)
    let read = PreparedFiles([("u.csv.gz", GzipBytes.of(bytes)), ("x.zip", zip.finished())])
    #expect(read.findings.prefix(2) == ["u.csv.gz:2:26 bad-date", "x.zip!u.csv:2:26 bad-date"])
    #expect(Set(read.result.dataset.files.map(\.encoding)) == ["utf-16le"])
  }

  @Test func halfOfAPairIsReportedWhereItStands() {
    let lines = Array(UserRows.header.utf16) + Array("a@x.example,é".utf16)
    let row = Array(",2025-01-01\n".utf16)
    for half: UInt16 in [0xD834, 0xDD1E] {
      let read = PreparedFiles("u.csv", [0xFF, 0xFE] + utf16(lines + [half] + row + [half]))
      #expect(read.findings.first == "u.csv:2:13 bad-encoding")
      let unit = String(half, radix: 16, uppercase: true)
      #expect(
        read.messages.first
          == "half a character stands here: the UTF-16 unit \(unit) without its other half")
      #expect(read.findings.last == "u.csv:3:1 bad-encoding")
    }
    let json = Array(#"[{"user_principal_name":"a@x.example","display_name":"é"#.utf16)
    let read = PreparedFiles("u.json", utf16(json + [0xD834] + Array("\"}]".utf16)))
    #expect(read.findings == ["u.json:1:54 bad-encoding"])
  }

  @Test func anOddByteAtTheEndIsReportedWhereItStands() {
    let rows = Array((UserRows.header + "a@x.example,A,2025-01-01\n").utf16)
    let atLineEnd = PreparedFiles("u.csv", [0xFF, 0xFE] + utf16(rows) + [65])
    #expect(atLineEnd.findings == ["u.csv:3:1 bad-encoding"])
    #expect(
      atLineEnd.messages == [
        "half a character stands here: one byte of the two that UTF-16 has for each"
      ])
    #expect(atLineEnd.files == ["u.csv 2 1"])
    let inField = PreparedFiles("u.csv", [0xFF, 0xFE] + utf16(rows.dropLast()) + [10])
    #expect(inField.findings == ["u.csv:2:15 bad-encoding"])
  }

  @Test func nulInUTF16IsReported() {
    let text = UserRows.header + "a@x.example,A\0,2025-01-01\n"
    #expect(
      PreparedFiles("u.csv", utf16(("\u{FEFF}" + text).utf16)).findings
        == ["u.csv:2:13 bad-encoding"])
  }

  @Test func theEncodingThatTheUserNamesIsHonoured() {
    // No mark, and hardly any ASCII: the bytes alone do not show what they are.
    let text = UserRows.header + String(repeating: "請求書@請.example,請求書請求書請求書,\n", count: 1)
    let dense = "user_principal_name,display_name\n" + String(repeating: "請", count: 3000) + ",請\n"
    for isBig in [false, true] {
      var options = ReadingOptions()
      options.encoding = isBig ? .utf16BigEndian : .utf16LittleEndian
      #expect(
        PreparedFiles("u.csv", utf16(text.utf16, isBig: isBig), options).files == ["u.csv 1 1"])
      let read = PreparedFiles("u.csv", utf16(dense.utf16, isBig: isBig), options)
      #expect(read.files == ["u.csv 1 1"])
      #expect(read.result.dataset.files.map(\.encoding) == [isBig ? "utf-16be" : "utf-16le"])
    }
    var options = ReadingOptions()
    options.encoding = .windows1252
    let json = Array(#"[{"user_principal_name":"a@x.example","display_name":"Ã©"}]"#.utf8)
    #expect(
      PreparedFiles("u.json", json, options).result.dataset.files.map(\.encoding)
        == ["windows-1252"])
  }

  @Test func aMarkAloneIsAnEmptyFile() {
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(PreparedFiles("u.csv", mark).findings == ["u.csv:-:- unknown-table"])
    }
  }

  @Test func invalidSequencesAndNULAreLocatedInJSON() {
    let head = "[\n{\"user_principal_name\":\"ä@x.example\",\n \"display_name\":\""
    for bad: [UInt8] in [[0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF5], [0]] {
      let read = PreparedFiles("u.json", Array(head.utf8) + bad + Array("\"}]".utf8))
      #expect(read.findings == ["u.json:3:17 bad-encoding"])
    }
  }

  @Test(arguments: UInt64(1)...100)
  func anyTextIsTheSameInEveryEncoding(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let scalars: [Unicode.Scalar] = [
      "a", "é", "請", "𝄞", "\u{FFFF}", "\u{10FFFF}", "\u{80}", "ß", "0",
    ]
    var text = UserRows.header
    for row in 0..<Int.random(in: 1...400, using: &random) {
      let name = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Character(scalars.randomElement(using: &random) ?? "a")
      }
      text += "\(row)@x.example,\(String(name)),\(Bool.random(using: &random) ? "" : "x")\n"
    }
    let plain = PreparedFiles("u.csv", Array(text.utf8))
    for isBig in [false, true] {
      let read = PreparedFiles("u.csv", utf16(("\u{FEFF}" + text).utf16, isBig: isBig))
      #expect(read.findings == plain.findings)
      #expect(read.rawTexts == plain.rawTexts)
      #expect(read.files == plain.files)
    }
  }
}
