import Foundation

/// Times ways to read a JSON export: `json-reading FILE billfold|decoder`.
struct Export: Decodable {
  let value: [[String: Value]]
}

/// A value as the decoder takes it.
enum Value: Decodable {
  case text(String)
  case number(Decimal)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .number(try container.decode(Decimal.self))
    }
  }
}

/// An invoice with properties, as a program that knows its export decodes it.
struct Invoices: Decodable {
  struct Invoice: Decodable {
    let invoice_id, billing_profile_id, account_type, document_type: String?
    let invoice_date, due_date, period_start, period_end, paid_on, currency: String?
    let charges, credits, azure_credit, subtotal, tax, total, amount_due, status: String?
  }
  let value: [Invoice]
}

func best(of runs: Int, _ body: () -> Int) -> (seconds: Double, count: Int) {
  var best = Double.infinity
  var count = 0
  for _ in 0..<runs {
    let start = DispatchTime.now().uptimeNanoseconds
    count = body()
    best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
  }
  return (best, count)
}

let data = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
let bytes = Array(data)
let result: (seconds: Double, count: Int)
switch CommandLine.arguments[2] {
case "billfold":
  result = best(of: 15) {
    var run = BillfoldRun()
    run.read(bytes)
    return run.records
  }
case "decoder":
  result = best(of: 2) { (try? JSONDecoder().decode(Invoices.self, from: data).value.count) ?? -1 }
default: fatalError("billfold or decoder")
}
let megabytes = Double(bytes.count) / 1e6
print(
  String(
    format: "%-14@ %8d records %9.1f ms %9.0f MB/s", CommandLine.arguments[2] as NSString,
    result.count, result.seconds * 1e3, megabytes / result.seconds))
