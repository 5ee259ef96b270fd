import BillingModel
import CSVReading
import Diagnostics
import Ingest
import TestSupport
import Testing

/// JSON files that are longer than what is at hand of them.
struct JSONWindowTests {
  private func user(_ number: Int, _ more: String = "") -> String {
    "{\"user_principal_name\": \"u\(number)@x.example\", \"display_name\": \"Ünal \(number)\"\(more)}"
  }

  @Test(arguments: ["\n", "", ",\n"])
  func findingsFarBehindKeepTheirPlaces(separator: String) {
    // About three quarters of a mebibyte, with mistakes in the first, a middle and the last record.
    var records = (0..<9000).map { user($0, ", \"country\": \"a\\nb\"") }
    for place in [0, 4500, 8999] { records[place] = user(place, ", \"created_on\": \"never\"") }
    let isLines = separator == "\n"
    let text =
      isLines
      ? records.joined(separator: "\n")
      : "{\"value\": [" + records.joined(separator: separator.isEmpty ? "," : separator) + "]}"
    let read = PreparedFiles(isLines ? "u.ndjson" : "u.json", Array(text.utf8))
    #expect(read.files.map { $0.split(separator: " ").dropFirst() } == [["9000", "8997"]])
    #expect(read.rawTexts == [0, 4500, 8999].map { records[$0] })
    let lines = separator.isEmpty ? [1, 1, 1] : [1, 4501, 9000]
    #expect(read.placed.map(\.finding.location.line) == lines)
    for placed in read.placed {
      let column = placed.finding.location.column ?? 0
      let bytes = Array(text.utf8)
      let line = bytes.split(separator: 10, omittingEmptySubsequences: false)[
        (placed.finding.location.line ?? 1) - 1]
      let there = line.dropFirst(column - 1).prefix(7)
      #expect(String(decoding: there, as: UTF8.self) == "\"never\"")
    }
  }

  @Test func aRecordMayBeLongerThanTheWindow() {
    let long = String(repeating: "x\\n", count: 400_000)
    let text =
      "[\(user(1)), \(user(2, ", \"department\": \"\(long)\"")), \(user(3, ", \"created_on\": 1"))]"
    let read = PreparedFiles("u.json", Array(text.utf8))
    #expect(read.files == ["u.json 3 2"])
    #expect(read.rawTexts == [user(3, ", \"created_on\": 1")])
  }

  @Test func rowsOfADuplicateKeyAreFoundAgain() {
    let text = "[" + (0..<5000).map { user($0 % 4999) }.joined(separator: ",\n") + "]"
    let read = PreparedFiles("u.json", Array(text.utf8))
    #expect(read.findings == ["u.json:5000:25 duplicate-key"])
    #expect(read.rawTexts == [user(0)])
  }

  @Test func aCutOffFileIsRefusedWholeWithThePlace() {
    let text = "[" + (0..<5000).map { user($0) }.joined(separator: ",\n")
    let read = PreparedFiles("u.json", Array(text.utf8))
    #expect(read.files == ["u.json 0 0"])
    let column = user(4999).utf8.count + 1
    #expect(
      read.messages == [
        "the text stops being JSON at line 5000, column \(column): expected the rest of the value: the text is cut off"
      ])
  }

  @Test func severalListsAreTablesOfTheirOwn() {
    let users = (0..<3000).map { user($0) }.joined(separator: ",")
    let products = (0..<3000).map {
      "{\"product_id\": \"P\($0)\", \"product_name\": \"N\", \"kind\": \"microsoft\"}"
    }.joined(separator: ",")
    let text = "{\"users\": [\(users)],\n\"products\": [\(products)], \"empty\": []}"
    let read = PreparedFiles("all.json", Array(text.utf8))
    #expect(read.files == ["all.json 3000 3000", "all.json 3000 3000"])
    #expect(read.result.dataset.users.count == 3000)
    #expect(read.result.dataset.products.count == 3000)
  }

  @Test func windows1252InJSONShowsItsLines() {
    let text =
      Array("[{\"user_principal_name\": \"a@x.example\", \"display_name\": \"Ren".utf8)
      + [0xE9] + Array("\"},\n{\"user_principal_name\": \"b@x.example\", \"display_name\": \"".utf8)
      + [0xE9, 0xE8] + Array("\", \"created_on\": \"never\"}]".utf8)
    let read = PreparedFiles("u.json", text)
    #expect(read.result.dataset.files.map(\.encoding) == ["windows-1252"])
    let line =
      "{\"user_principal_name\": \"b@x.example\", \"display_name\": \"éè\", \"created_on\": \"never\"}"
    #expect(read.excerpts == [line + "]"])
    #expect(read.rawTexts == [line])
    #expect(read.findings == ["u.json:2:78 bad-date"])
  }

  @Test func linesAreReadWithAndWithoutTheirEnding() {
    let lines = [user(1), "", "{\"user_principal_name\": ", "[1]", user(2), "  "]
    for name in ["u.ndjson", "u.jsonl.gz", "u.json"] {
      let text = lines.joined(separator: "\r\n")
      let bytes = name.hasSuffix(".gz") ? GzipBytes.of(text) : Array(text.utf8)
      let read = PreparedFiles(name, bytes)
      #expect(read.files == ["\(name) 4 2"])
      #expect(read.findings == ["\(name):3:1 row-shape", "\(name):4:1 row-shape"])
    }
  }
}
