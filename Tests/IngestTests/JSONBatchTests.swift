import BillingModel
import CalendarDates
import ExactNumbers
import Ingest
import TestSupport
import Testing

/// Records of JSON read in batches against the same records read one by one: a further member beyond
/// ASCII keeps a record out of batches.
struct JSONBatchTests {
  private static let odd: [String: [String]] = [
    "invoice_date": ["\"31/01/2026\"", "\"never\"", "null", "\"\"", "\" 2026-01-05 \"", "12"],
    "due_date": ["null", "\"\"", "\"N/A\"", "\"2026-02-30\"", "true"],
    "currency": ["\"eur\"", "\"EURO\"", "null", "\"US\\u0044\""],
    "total": ["119.00", "1e3", "\"1.234\"", "\"1,5\"", "-3", "\"\"", "[1]", "null", "0.000"],
    "status": ["\"PAID\"", "\"lost\"", "\"past-due\"", "null", "{}"],
  ]

  /// An invoice, now and then with something odd, without a member, with one twice or in another order.
  private static func invoice(_ number: Int, _ random: inout SeededGenerator) -> [String] {
    let plain = [
      ("invoice_id", "\"G\(number % 1900)\""), ("billing_profile_id", "\"BP-1\""),
      ("invoice_date", "\"2026-01-\(10 + number % 20)\""), ("due_date", "\"2026-02-01\""),
      ("currency", "\"EUR\""), ("total", "\"\(number).50\""), ("status", "\"due\""),
    ]
    var members = plain.map { name, value in
      let values = odd[name] ?? []
      guard !values.isEmpty, Int.random(in: 0..<60, using: &random) == 0 else {
        return "\"\(name)\": \(value)"
      }
      return "\"\(name)\": \(values[Int.random(in: values.indices, using: &random)])"
    }
    switch Int.random(in: 0..<80, using: &random) {
    case 0: members.remove(at: Int.random(in: members.indices, using: &random))
    case 1: members.append(members[0])
    case 2: members.swapAt(1, 4)
    default: break
    }
    return members
  }

  private static func file(_ records: [[String]], note: String) -> PreparedFiles {
    let lines = records.map { "{" + ($0 + ["\"note\": \"\(note)\""]).joined(separator: ", ") + "}" }
    return PreparedFiles(
      "invoices.json", Array("{\"value\": [\n\(lines.joined(separator: ",\n"))\n]}".utf8))
  }

  private static func rows(_ read: PreparedFiles) -> [String] {
    let table = read.result.dataset.invoices
    return table.rows.map { row in
      let source = table.source(of: row)
      return [
        table.invoiceID[row] ?? "-", "\(source.line)", table.total[row]?.description ?? "-",
        table.dueDate[row]?.description ?? "-", table.status[row]?.rawValue ?? "-",
        table.currency[row]?.code ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test(arguments: UInt64(1)...12)
  func batchesGiveWhatSingleRecordsGive(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let records = (0..<2000).map { Self.invoice($0, &random) }
    let together = Self.file(records, note: "e")
    let alone = Self.file(records, note: "é")
    #expect(Self.rows(together) == Self.rows(alone))
    #expect(together.findings == alone.findings)
    #expect(together.messages == alone.messages)
    #expect(together.files == alone.files)
    let amounts = [together, alone].map { $0.result.dataset.files.map(\.amounts) }
    #expect(amounts[0] == amounts[1])
  }
}
