import BillingModel
import CalendarDates
import Ingest
import ReadingProperties
import TestSupport
import Testing

/// Large JSON files are read once when their end is like their beginning, and twice when it is not: what
/// comes out is the same.
struct JSONGuessTests {
  private static let asOf = CalendarDate(days: 20_484)

  /// What stands somewhere behind the beginning of a file and changes what the whole file is.
  enum Surprise: CaseIterable {
    case none, lateKey, doubledKey, damage, cutOff, anotherList, emptyList, nextLink, windows1252
    case brokenUTF8, noObject, nested, badCells, lines, otherDates, emptyRecord
  }

  @Test(arguments: Surprise.allCases)
  func aGuessedEndChangesNothing(surprise: Surprise) {
    var random = SeededGenerator(state: 7)
    for isEnveloped in [true, false] {
      for place in [70, 300, 599] {
        var bytes = Self.text(surprise, at: place, isEnveloped: isEnveloped)
        if surprise == .cutOff { bytes.removeLast(Int.random(in: 1...200, using: &random)) }
        let input = InputFile(path: "users.json", source: .memory(bytes))
        let expected = Self.dump(input, head: nil)
        for head in [3200, 4000] {
          #expect(Self.dump(input, head: head) == expected, "\(surprise) at \(place), \(head)")
        }
      }
    }
  }

  /// The tables of vendors are guessed as well, and their facts are those of the whole file.
  @Test(arguments: [Surprise.none, .lateKey, .nextLink, .badCells, .cutOff])
  func aVendorsExportIsGuessedToo(surprise: Surprise) {
    let records = (0..<400).map { index in
      let surprising = surprise != .none && index == 300
      let licenses = surprising && surprise == .badCells ? "7" : #"[{"skuId":"S-\#(index % 3)"}]"#
      let late = surprising && surprise == .lateKey ? #","mail":"x@x""# : ""
      return
        #"{"id":"\#(index)","userPrincipalName":"u\#(index)@x","assignedLicenses":\#(licenses)\#(late)}"#
    }
    let link = surprise == .nextLink ? #","@odata.nextLink":"more""# : ""
    var bytes = Array((#"{"value":["# + records.joined(separator: ",\n") + "]\(link)}\n").utf8)
    if surprise == .cutOff { bytes.removeLast(90) }
    let input = InputFile(path: "graph.json", source: .memory(bytes))
    #expect(Self.dump(input, head: 4096) == Self.dump(input, head: nil))
  }

  /// A whole file's records, one of which is surprising.
  private static func text(_ surprise: Surprise, at place: Int, isEnveloped: Bool) -> [UInt8] {
    var bytes = Array((isEnveloped ? #"{"users":["# : "[").utf8)
    for index in 0..<600 {
      if index > 0 { bytes += Array(surprise == .lines && index >= place ? "\n".utf8 : ",\n".utf8) }
      bytes += record(index, index == place ? surprise : .none)
    }
    bytes += Array("]".utf8)
    guard isEnveloped else { return bytes + [10] }
    switch surprise {
    case .anotherList: bytes += Array(#","more":[{"user_principal_name":"z@x"}]"#.utf8)
    case .emptyList: bytes += Array(#","more":[]"#.utf8)
    case .nextLink: bytes += Array(#","@odata.nextLink":"https://x""#.utf8)
    default: break
    }
    return bytes + Array("}\n".utf8)
  }

  private static func record(_ index: Int, _ surprise: Surprise) -> [UInt8] {
    let name = Array(#"{"user_principal_name":"u\#(index)@x","created_on":"#.utf8)
    let plain = Array(#""2024-01-\#(10 + index % 9)"}"#.utf8)
    switch surprise {
    case .lateKey: return name + Array(#""2024-01-01","department":"IT"}"#.utf8)
    case .doubledKey: return name + Array(#""2024-01-01","created_on":"2024-01-02"}"#.utf8)
    case .damage: return name + Array("}".utf8)
    case .windows1252: return name + [34, 0xE9, 0x74, 34, 125]
    case .brokenUTF8: return name + [34, 0xC3, 0xA9, 0xFF, 34, 125]
    case .noObject: return Array("17".utf8)
    case .nested: return name + Array(#"{"a":[1,{"b":2}]}}"#.utf8)
    case .badCells: return name + Array(#""31.31.2024"}"#.utf8)
    case .otherDates: return name + Array(#""01/31/2024"}"#.utf8)
    case .emptyRecord: return Array("{}".utf8)
    default: return name + plain
    }
  }

  private static func dump(_ input: InputFile, head: Int?) -> [String] {
    var options = ReadingOptions()
    options.blocks.head = head
    options.hashesFiles = true
    let readings = FileReader.read(.asItIs(input), options)
    let result = Settling.settle([input], [readings], asOf: asOf)
    let files = result.dataset.files.map { "\($0)" }
    return ["\(ReadingDump(result))"] + files
  }
}
