import FoundationEssentials
import Glibc
import Ingest
import TestSupport
import Testing

struct SpoolTests {
  @Test func nothingIsLeftInTheFolder() throws {
    let folder = try TemporaryFolder()
    let pool = SpoolPool(folder: folder.path)
    let read = PreparedFiles(
      [("u.csv.gz", GzipBytes.of(UserRows.good)), ("x.zip", ZipBytes.of([("../p.csv", "a,b\n")]))],
      ReadingOptions(), pool)
    #expect(read.files.count == 2)
    #expect(try folder.files() == [])
  }

  @Test func aFullDiskIsSaid() {
    let full = unsafe open("/dev/full", O_RDWR | O_CLOEXEC)
    let pool = SpoolPool(openFile: full, folder: "/spool")
    let read = PreparedFiles(
      [("u.csv.gz", GzipBytes.of(UserRows.good))], ReadingOptions(), pool)
    #expect(read.findings == ["u.csv.gz:-:- unreadable-file"])
    #expect(read.messages == ["No space left on device while it is expanded into /spool"])
  }

  @Test func aFolderThatIsNotThereIsSaid() {
    let read = PreparedFiles(
      [("u.csv.gz", GzipBytes.of(UserRows.good))], ReadingOptions(),
      SpoolPool(folder: "/nowhere"))
    #expect(read.messages == ["No such file or directory while a file is made in /nowhere"])
  }
}
