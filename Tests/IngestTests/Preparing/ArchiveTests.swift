import BillingModel
import Compression
import Ingest
import TestSupport
import Testing

struct ArchiveTests {
  private let products = "product_id,product_name,kind\nP,Product,microsoft\n"

  @Test func aGzipFileIsReadUnderItsOwnName() {
    let read = PreparedFiles("users.csv.gz", GzipBytes.of(UserRows.bad))
    #expect(read.files == ["users.csv.gz 2 1"])
    #expect(read.findings == ["users.csv.gz:3:21 bad-date"])
    #expect(read.excerpts == ["zoë@x.example,Zoë,never"])
    #expect(read.rawTexts == ["zoë@x.example,Zoë,never"])
  }

  @Test func membersOfAGzipFileAreOneText() {
    let half = UserRows.good.utf8.count / 2
    let bytes = Array(UserRows.good.utf8)
    let read = PreparedFiles(
      "users.csv.gz", GzipBytes.of(Array(bytes[..<half])) + GzipBytes.of(Array(bytes[half...])))
    #expect(read.files == ["users.csv.gz 2 2"])
  }

  @Test func membersOfAZipAreFilesOfTheirOwn() {
    let zip = ZipBytes.of([("b/users.csv", UserRows.bad), ("a.csv", products)])
    let read = PreparedFiles("x.zip", zip)
    #expect(read.files == ["x.zip!a.csv 1 1", "x.zip!b/users.csv 2 1"])
    #expect(read.findings == ["x.zip!b/users.csv:3:21 bad-date"])
    #expect(read.excerpts == ["zoë@x.example,Zoë,never"])
    #expect(read.rawTexts == ["zoë@x.example,Zoë,never"])
  }

  @Test func jsonInArchivesShowsTheRightText() {
    let text = """
      [{"user_principal_name": "ann@x.example", "display_name": "Ann"},
       {"user_principal_name": "zoë@x.example", "created_on": "never"}]
      """
    let zip = ZipBytes.of([("a.csv", products), ("u.json", text)])
    for read in [PreparedFiles("x.zip", zip), PreparedFiles("u.json.gz", GzipBytes.of(text))] {
      #expect(read.findings.map { $0.suffix(14) } == [":2:58 bad-date"])
      #expect(
        read.excerpts == [#" {"user_principal_name": "zoë@x.example", "created_on": "never"}]"#])
      #expect(
        read.rawTexts == [#"{"user_principal_name": "zoë@x.example", "created_on": "never"}"#])
    }
  }

  @Test(arguments: ["users.csv", "users.json", "users", "users.zip", "users.csv.gz"])
  func theBytesDecideAndNotTheName(name: String) {
    #expect(PreparedFiles(name, GzipBytes.of(UserRows.good)).files == ["\(name) 2 2"])
    #expect(
      PreparedFiles(name, ZipBytes.of([("u.csv", UserRows.good)])).files == ["\(name)!u.csv 2 2"])
    #expect(PreparedFiles(name, Array(UserRows.good.utf8)).files == ["\(name) 2 2"])
  }

  @Test func onlyExportsThatAreNotHiddenAreRead() {
    let zip = ZipBytes.of([
      ("README.md", "#"), (".hidden.csv", "a"), ("__MACOSX/._u.csv", "b"), (".git/u.csv", "c"),
      ("in/", ""), ("U.CSV", UserRows.good), ("picture.png", "d"), ("csv", "e"),
    ])
    let read = PreparedFiles("x.zip", zip)
    #expect(read.files == ["x.zip!U.CSV 2 2"])
    #expect(read.findings == [])
  }

  @Test(arguments: ["../../u.csv", "/u.csv", "a\nb.csv", "<b>&.csv", "請求書.csv"])
  func hostileNamesAreOnlyNames(name: String) {
    let read = PreparedFiles("x.zip", ZipBytes.of([(name, UserRows.good)]))
    #expect(read.files == ["x.zip!\(name) 2 2"])
  }

  @Test func membersOfTheSameNameGetPathsOfTheirOwn() {
    let zip = ZipBytes.of([
      ("u.csv", UserRows.good), ("u.csv", products), ("u.csv (2)", "no export"),
      ("u.csv", UserRows.good),
    ])
    let read = PreparedFiles([("x.zip", zip), ("x.zip!u.csv", Array(products.utf8))])
    #expect(
      read.files.map { $0.split(separator: " ").dropLast(2).joined(separator: " ") } == [
        "x.zip!u.csv", "x.zip!u.csv (2)", "x.zip!u.csv (3)", "x.zip!u.csv (4)",
      ])
  }

  @Test func archivesInArchivesAreRefusedByName() {
    let inner = ZipBytes.of([("u.csv", UserRows.good)])
    var zip = ZipBytes()
    zip.add("inner.zip", inner)
    zip.add("u.csv.gz", GzipBytes.of(UserRows.good))
    zip.add("masked.csv", inner)
    zip.add("good.csv", Array(UserRows.good.utf8))
    let read = PreparedFiles("x.zip", zip.finished())
    #expect(
      read.findings == [
        "x.zip!inner.zip:-:- unreadable-file", "x.zip!masked.csv:-:- unreadable-file",
        "x.zip!u.csv.gz:-:- unreadable-file",
      ])
    #expect(Set(read.messages) == ["an archive in an archive is not read"])
    #expect(read.files.contains("x.zip!good.csv 2 2"))
    let twice = PreparedFiles("u.csv.gz", GzipBytes.of(inner))
    #expect(twice.findings == ["u.csv.gz:-:- unreadable-file"])
    #expect(
      PreparedFiles("u.csv.gz", GzipBytes.of(GzipBytes.of("a"))).messages
        == ["an archive in an archive is not read"])
  }

  @Test func archivesWithoutExportsSaySo() {
    for zip in [ZipBytes().finished(), ZipBytes.of([("README.md", "#")])] {
      let read = PreparedFiles("x.zip", zip)
      #expect(read.findings == ["x.zip:-:- unreadable-file"])
      #expect(
        read.messages == [
          "no file in the archive ends in .csv, .tsv, .txt, .json, .jsonl or .ndjson"
        ])
    }
  }

  @Test func encryptedMembersAndLinksAreRefusedAndTheRestIsRead() {
    var zip = ZipBytes()
    zip.add("e.csv", Array(UserRows.good.utf8), .encrypted)
    zip.add("l.csv", Array("/etc/passwd".utf8), .link)
    zip.add("u.csv", Array(UserRows.good.utf8))
    let read = PreparedFiles("x.zip", zip.finished())
    #expect(read.files == ["x.zip!e.csv 0 0", "x.zip!l.csv 0 0", "x.zip!u.csv 2 2"])
    #expect(read.messages == ["it is encrypted", "it is a link, which has no rows of its own"])
  }

  @Test(arguments: [1, 8, 9, 40])
  func nothingIsUsedOfAGzipFileThatIsCutOff(missing: Int) {
    let text =
      UserRows.header + (0..<9000).map { "u\($0)@x.example,U\($0 * 7919 % 997),\n" }.joined()
    let read = PreparedFiles("u.csv.gz", Array(GzipBytes.of(text).dropLast(missing)))
    #expect(read.files == ["u.csv.gz 0 0"])
    #expect(read.findings == ["u.csv.gz:-:- unreadable-file"])
    #expect(read.messages[0].hasPrefix("it cannot be expanded: the file is cut off; "))
  }

  @Test func aWrongChecksumCostsItsMemberOnly() {
    var zip = ZipBytes()
    zip.add("a.csv", Array(UserRows.good.utf8), .badChecksum)
    zip.add("b.csv", Array(products.utf8))
    let read = PreparedFiles("x.zip", zip.finished())
    #expect(read.files == ["x.zip!a.csv 0 0", "x.zip!b.csv 1 1"])
    #expect(read.messages[0].hasPrefix("it cannot be expanded: ZIP bad CRC"))
    var gzip = GzipBytes.of(UserRows.good)
    gzip[gzip.count - 5] ^= 1
    #expect(PreparedFiles("u.csv.gz", gzip).files == ["u.csv.gz 0 0"])
  }

  @Test func aZipThatIsCutOffIsRefusedWhole() {
    let zip = ZipBytes.of([("a.csv", products), ("u.csv", UserRows.good)])
    for missing in [1, 30, 90, 200] {
      let read = PreparedFiles("x.zip", Array(zip.dropLast(missing)))
      #expect(read.files == ["x.zip 0 0"])
      #expect(read.findings == ["x.zip:-:- unreadable-file"])
    }
  }

  @Test func aBombIsRefusedAndTheRestIsRead() {
    let rows = UserRows.header + String(repeating: "0", count: 20 << 20)
    var zip = ZipBytes()
    zip.add("bomb.csv", Array(rows.utf8))
    zip.add("u.csv", Array(UserRows.good.utf8))
    let read = PreparedFiles([
      ("x.zip", zip.finished()), ("y.csv.gz", GzipBytes.of(rows)),
      ("z.csv", Array(products.utf8)),
    ])
    #expect(
      read.files == ["x.zip!bomb.csv 0 0", "x.zip!u.csv 2 2", "y.csv.gz 0 0", "z.csv 1 1"])
    let refused =
      "it expands to more than 100 times its size, which `limits.ratio` of the configuration allows"
    #expect(read.messages == [refused, refused])
  }

  @Test func theLimitOfBytesHoldsForAllMembersTogether() {
    var options = ReadingOptions()
    options.limits.expandedBytes = UserRows.good.utf8.count + 20
    let zip = ZipBytes.of([
      ("a.csv", UserRows.good), ("b.csv", UserRows.good), ("c.csv", "a,b\n"),
    ])
    let read = PreparedFiles("x.zip", zip, options)
    #expect(read.files.prefix(2) == ["x.zip!a.csv 2 2", "x.zip!b.csv 0 0"])
    #expect(read.findings[0] == "x.zip!b.csv:-:- unreadable-file")
    #expect(read.messages[0].hasPrefix("it expands to more than \(options.limits.expandedBytes) b"))
    #expect(read.findings[1].hasSuffix("unknown-table"))
  }

  @Test func moreMembersThanDescriptorsAreRead() {
    let files = (0..<1100).map { number in
      (name: "u\(number).csv", text: UserRows.header + "u\(number)@x.example,U,\n")
    }
    let read = PreparedFiles("x.zip", ZipBytes.of(files))
    #expect(read.result.dataset.users.count == 1100)
    #expect(read.findings == [])
    let gzipped = files.map { (name: $0.name + ".gz", bytes: GzipBytes.of($0.text)) }
    #expect(PreparedFiles(gzipped).result.dataset.users.count == 1100)
  }

  @Test func digestsAreThoseOfTheOriginalBytes() {
    var options = ReadingOptions()
    options.hashesFiles = true
    let gzip = GzipBytes.of(UserRows.good)
    let read = PreparedFiles(
      [("u.csv.gz", gzip), ("x.zip", ZipBytes.of([("u.csv", UserRows.good)]))], options)
    let plain = PreparedFiles("u.csv", Array(UserRows.good.utf8), options)
    let digests = read.result.dataset.files.map(\.sha256)
    #expect(digests[1] == plain.result.dataset.files[0].sha256)
    #expect(digests[0] != digests[1] && digests[0] != nil)
    #expect(
      read.result.dataset.files.map(\.byteCount) == [gzip.count, UserRows.good.utf8.count])
  }
}
