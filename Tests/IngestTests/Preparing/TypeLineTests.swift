import BillingModel
import Ingest
import Testing

/// The first line of Export-Csv in Windows PowerShell.
struct TypeLineTests {
  @Test(arguments: [
    "#TYPE System.Management.Automation.PSCustomObject\r\n",
    "\u{FEFF}#TYPE Selected.System.Object\n", "\"#TYPE Selected.System.Object\"\r\n",
    "\u{FEFF}\"#TYPE A,B\"\n",
  ])
  func isSkippedAndCountsAsALine(line: String) {
    let read = PreparedFiles("u.csv", Array((line + UserRows.bad).utf8))
    #expect(read.files == ["u.csv 2 1"])
    #expect(read.findings == ["u.csv:4:21 bad-date"])
    #expect(read.excerpts == ["zoë@x.example,Zoë,never"])
    #expect(read.rawTexts == ["zoë@x.example,Zoë,never"])
    let file = InputFile(path: "u.csv", source: .memory(Array((line + UserRows.bad).utf8)))
    let inspection = Inspection(file, limit: nil)
    #expect(inspection.columns == ["user_principal_name", "display_name", "created_on"])
    #expect(inspection.rowCount == 2)
    #expect(inspection.skippedLine?.contains("#TYPE ") == true)
  }

  @Test func windows1252BehindItIsRead() {
    let bytes =
      Array(("#TYPE X\n" + UserRows.header + "zo").utf8) + [0xEB]
      + Array("@x.example,Zo,2025-01-01\n".utf8)
    let read = PreparedFiles("u.csv", bytes)
    #expect(read.files == ["u.csv 1 1"])
    #expect(read.result.dataset.files[0].encoding == "windows-1252")
  }

  @Test func aFileOfNothingElseIsEmpty() {
    #expect(PreparedFiles("u.csv", Array("#TYPE X\n".utf8)).findings == ["u.csv:-:- unknown-table"])
  }

  @Test func otherCommentsAreNoTypeLine() {
    let read = PreparedFiles("u.csv", Array(("# TYPE\n" + UserRows.good).utf8))
    #expect(read.findings == ["u.csv:-:- unknown-table"])
  }
}
