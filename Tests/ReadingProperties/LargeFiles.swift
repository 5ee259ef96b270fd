import BillingModel
import CalendarDates
import Ingest

/// What only large files are read by: parts that are cut off while they are read, and JSON whose end is taken to
/// be like its beginning.
///
/// Bytes stand twice within plain records, of which there are enough to make a file large.
package enum LargeFiles {
  /// The sizes at which a file of users that is cut while it is read gives something else; nil when none does.
  package static func cutDifference(_ bytes: [UInt8]) -> String? {
    var text = Array("user_principal_name,display_name,created_on\n".utf8)
    text += plainCSV(2000) + bytes + [10] + plainCSV(100) + bytes + [10] + plainCSV(20)
    let input = InputFile(path: "users.csv", source: .memory(text))
    let expected = ReadingWays.alone(input)
    for (step, least) in [(64, 300), (4096, 700)] {
      let cut = ReadingWays.cutWhileRead(input, step: step, least: least)
      if cut.dump != expected { return "cut while it is read, \(step), \(least)" }
      if cut.parts == 1 { return "it is too small to be cut" }
    }
    return nil
  }

  /// What differs when the end of a JSON file is guessed from its beginning; nil when nothing does.
  package static func guessDifference(_ bytes: [UInt8]) -> String? {
    for (open, close) in [("[", "]\n"), (#"{"users":["#, "]}\n")] {
      var text = Array(open.utf8) + plainJSON(80)
      text += Array(",\n".utf8) + bytes + Array(",\n".utf8) + plainJSON(420)
      text += Array(",\n".utf8) + bytes + Array(close.utf8)
      let input = InputFile(path: "users.json", source: .memory(text))
      if dump(input, head: 4096) != dump(input, head: nil) { return "guessed, in \(open)" }
    }
    return nil
  }

  private static func plainCSV(_ count: Int) -> [UInt8] {
    Array(
      (0..<count).map { "u\($0)@x.example,\"Doe, \($0 % 7)\",2024-01-1\($0 % 9)\n" }.joined().utf8)
  }

  private static func plainJSON(_ count: Int) -> [UInt8] {
    let records = (0..<count).map {
      #"{"user_principal_name":"u\#($0)@x.example","created_on":"2024-01-1\#($0 % 9)"}"#
    }
    return Array(records.joined(separator: ",\n").utf8)
  }

  private static func dump(_ input: InputFile, head: Int?) -> Dump {
    var options = ReadingOptions()
    options.blocks.head = head
    options.hashesFiles = true
    let readings = FileReader.read(.asItIs(input), options)
    let result = Settling.settle([input], [readings], asOf: CalendarDate(days: 20_484))
    return Dump(reading: ReadingDump(result), files: result.dataset.files.map { "\($0)" })
  }

  private struct Dump: Equatable {
    let reading: ReadingDump
    let files: [String]
  }
}
