import BillingModel
import CalendarDates
import ExactNumbers
import Exporting
import Reporting
import TestSupport
import Testing

struct CSVExportTests {
  @Test func writesEveryKindOfCell() throws {
    let text = String(decoding: CSVExport.bytes(of: try SampleReport.allKinds()), as: UTF8.self)
    #expect(
      text == """
        text,id,word,count,quantity,quantity2,ratio,decimal,money,money2,currency,date,month,flag,words,record,missing,none\r
        "a ""b"", c",0042,saas-app,-3,7,Unlimited,0.8333,0.123456789012,-1204.40,1205,EUR,2026-01-31,2026-01,true,a-b;c,x=y;z=w,,\r

        """)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("a=1", "a=1"), ("'=1", "'=1"), ("=1,2", "\"'=1,2\""), (" =1", " =1"),
  ])
  func textThatLooksLikeAFormulaGetsOneApostrophe(text: String, field: String) {
    for cell in [Cell.text(text), .id(text), .words([text])] {
      let report = SampleReport.of([[cell]])
      #expect(String(decoding: CSVExport.bytes(of: report), as: UTF8.self) == "c0\r\n\(field)\r\n")
    }
  }

  @Test(arguments: UInt64(1)...100)
  func whatWasWrittenIsReadAgain(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces = ["\"", ",", "\r\n", "\n", "å", "=", "x", " ", ";", "'", "😀", "\t"]
    let columns = Int.random(in: 2...5, using: &random)
    let texts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<columns).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
    }
    let report = SampleReport.of(texts.map { $0.map { .text($0) } }, columns: columns)
    let records = PlainCSV.records(CSVExport.bytes(of: report))
    let guarded = texts.map { row in
      row.map { text in "=+-@\t\r".utf8.contains(text.utf8.first ?? 0) ? "'" + text : text }
    }
    #expect(records == [(0..<columns).map { "c\($0)" }] + guarded)
  }

  @Test func piecesAreTheWhole() {
    let rows = (0..<20_000).map { [Cell.count($0), .text("row \($0)")] }
    let report = SampleReport.of(rows, columns: 2)
    var pieces: [[UInt8]] = []
    CSVExport.write(report) { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(Array(pieces.joined()) == CSVExport.bytes(of: report))
  }

  @Test func aSinkThatThrowsEndsTheWriting() {
    struct Full: Error {}
    let report = SampleReport.of((0..<20_000).map { [Cell.count($0)] })
    #expect(throws: Full.self) {
      try CSVExport.write(report) { (_: [UInt8]) throws(Full) in throw Full() }
    }
    #expect(throws: Full.self) {
      try JSONExport.write(report) { (_: [UInt8]) throws(Full) in throw Full() }
    }
  }
}

/// A reader of RFC 4180 for tests, a byte at a time.
enum PlainCSV {
  static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
          field.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == 10 {
        if byte == 10, field.last == 13 { field.removeLast() }
        record.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 10 {
          records.append(record)
          record = []
        }
      } else {
        field.append(byte)
      }
    }
    return records
  }
}
