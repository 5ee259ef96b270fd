import Exporting
import JSONReading
import Reporting
import Testing

struct JSONExportTests {
  @Test func writesEveryKindOfCell() throws {
    let text = String(decoding: JSONExport.bytes(of: try SampleReport.allKinds()), as: UTF8.self)
    #expect(
      text == #"""
        {
          "report": "license-usage",
          "as_of": "2026-01-31",
          "rows": [
            {"text":"a \"b\", c","id":"0042","word":"saas-app","count":-3,"quantity":7,"quantity2":"Unlimited","ratio":0.8333,"decimal":"0.123456789012","money":"-1204.40","money2":"1205","currency":"EUR","date":"2026-01-31","month":"2026-01","flag":true,"words":["a-b","c"],"record":{"x":"y","z":"w"},"missing":null,"none":null}
          ],
          "totals": [
            {"money":"-1204.40","currency":"EUR"}
          ]
        }

        """#)
  }

  @Test func holdsTheTextItself() {
    let report = SampleReport.of([[.text("=1+1\t\"x\"\n")]])
    let text = String(decoding: JSONExport.bytes(of: report), as: UTF8.self)
    #expect(text.contains(#"{"c0":"=1+1\t\"x\"\n"}"#))
  }

  @Test func piecesAreTheWholeAndParse() throws {
    let rows = (0..<3000).map { [Cell.count($0), .text("row \($0)")] }
    let report = SampleReport.of(rows, columns: 2)
    var pieces: [[UInt8]] = []
    JSONExport.write(report) { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(Array(pieces.joined()) == JSONExport.bytes(of: report))
  }

  @Test func anEmptyReportIsStillAReport() {
    let text = String(decoding: JSONExport.bytes(of: SampleReport.of([])), as: UTF8.self)
    #expect(
      text == """
        {
          "report": "apps",
          "as_of": "2026-01-31",
          "rows": [],
          "totals": []
        }

        """)
  }
}
