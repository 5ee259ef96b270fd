import Digests
import JSONReading
import Publishing
import TestSupport
import Testing

struct ManifestTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var fullHead: ManifestHead {
    var full = head
    full.configSHA256 = "cc"
    full.inputs = [
      .init(
        path: "b \"x\".csv", sha256: "22",
        rows: .init(rowsIn: 4, accepted: 2, quarantined: 1, ignored: 1)),
      .init(
        path: "a.csv", sha256: "11",
        rows: .init(rowsIn: 3, accepted: 3, quarantined: 0, ignored: 0),
        amounts: [
          .init(
            table: "invoices", column: "total", currency: "EUR",
            sums: ["3.50", "3.50", "0", nil])
        ]),
    ]
    full.rows = .init(rowsIn: 7, accepted: 5, quarantined: 1, ignored: 1)
    full.tables = [
      "users": .init(rowsIn: 4, accepted: 3, quarantined: 1, ignored: 0),
      "invoices": .init(rowsIn: 2, accepted: 2, quarantined: 0, ignored: 0),
      "charges": .init(rowsIn: 1, accepted: 0, quarantined: 0, ignored: 1),
    ]
    full.findings = ["warning": 2, "error": 1]
    return full
  }

  @Test func listsEveryFileButItself() throws {
    try publish(
      ["z.html": "", "a/é.html": "abc", "B.html": "x"], at: folder.path(of: "site"), head: fullHead)
    #expect(
      folder.text(of: "site/manifest.json") == #"""
        {
          "version": "0.1",
          "key": "0123456789ab",
          "as_of": "2026-01-31",
          "config_sha256": "cc",
          "theme_sha256": "ff",
          "history_key": null,
          "files": [
            {"path":"B.html","sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881","bytes":1},
            {"path":"a/é.html","sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","bytes":3},
            {"path":"z.html","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","bytes":0}
          ],
          "inputs": [
            {"path":"a.csv","sha256":"11","rows":3,"accepted":3,"quarantined":0,"ignored":0,"amounts":[{"table":"invoices","column":"total","currency":"EUR","in":"3.50","accepted":"3.50","quarantined":"0","ignored":null}]},
            {"path":"b \"x\".csv","sha256":"22","rows":4,"accepted":2,"quarantined":1,"ignored":1,"amounts":[]}
          ],
          "counts": {
            "rows_in": 7,
            "accepted": 5,
            "quarantined": 1,
            "ignored": 1,
            "findings": {"error":1,"warning":2},
            "tables": {"charges":{"rows_in":1,"accepted":0,"quarantined":0,"ignored":1},"invoices":{"rows_in":2,"accepted":2,"quarantined":0,"ignored":0},"users":{"rows_in":4,"accepted":3,"quarantined":1,"ignored":0}}
          }
        }

        """#)
  }

  @Test func isJSONWhateverTheNames() throws {
    var odd = head
    odd.inputs = [
      .init(
        path: "a\"\\\u{1}\u{7F}\n\u{2028}é.csv", sha256: "0",
        rows: .init(rowsIn: 0, accepted: 0, quarantined: 0, ignored: 0))
    ]
    try publish([:], at: folder.path(of: "site"), head: odd)
    let text = try #require(folder.text(of: "site/manifest.json"))
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(value["inputs"]?.elements?.first?["path"]?.text == "a\"\\\u{1}\u{7F}\n\u{2028}é.csv")
    #expect(value["files"]?.elements?.isEmpty == true)
  }

  @Test func digestsAreThoseOfTheFilesAsWritten() throws {
    try publish(["index.html": "hello"], at: folder.path(of: "site"))
    let text = try #require(folder.text(of: "site/manifest.json"))
    let value = try JSONValue(parsing: Array(text.utf8))
    let onDisk = try #require(folder.text(of: "site/index.html"))
    #expect(value["files"]?.elements?.first?["sha256"]?.text == SHA256.digest(of: onDisk).hex)
  }

  @Test func theNextBuildReadsTheCounts() throws {
    try publish(["index.html": ""], at: folder.path(of: "site"), head: fullHead)
    let site = try #require(try PreviousSite.read(folder.path(of: "site")))
    #expect(try SitePublication(at: folder.path(of: "site"), inputs: []).previous == site)
    #expect(site.version == "0.1")
    #expect(site.key == "0123456789ab")
    #expect(site.asOf == "2026-01-31")
    #expect(site.accepted == ["users": 3, "invoices": 2, "charges": 0])
    #expect(site.tablesLost(now: ["invoices": 1]) == ["users"])
    #expect(site.tablesLost(now: ["invoices": 0, "users": 0]) == ["invoices", "users"])
    #expect(site.tablesLost(now: ["invoices": 1, "users": 9]) == [])
  }

  @Test func noSiteIsNoPreviousSite() throws {
    #expect(try PreviousSite.read(folder.path(of: "nothing")) == nil)
    #expect(try PreviousSite.read(folder.path) == nil)
    #expect(try SitePublication(at: folder.path(of: "nothing"), inputs: []).previous == nil)
  }
}
