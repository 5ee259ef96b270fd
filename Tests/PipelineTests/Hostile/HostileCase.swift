import TestSupport
import Testing

/// A folder with something wrong in it, and what the program has to say about it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: [UInt8]]
  /// `file:line:column rule`, `-` where there is none.
  let findings: [String]
  /// `file table rows accepted quarantined ignored`.
  let books: [String]
  let code: Int32

  init(
    _ name: String, _ file: String, _ bytes: [UInt8], findings: [String], books: [String],
    code: Int32 = 1
  ) {
    testDescription = name
    // A good file stands beside the bad one: it must not be harmed.
    files = [file: bytes, "good.csv": Self.good]
    self.findings = findings
    self.books = ["good.csv products 1 1 0 0"] + books
    self.code = code
  }

  init(
    _ name: String, _ file: String, _ text: String, findings: [String], books: [String],
    code: Int32 = 1
  ) {
    self.init(name, file, Array(text.utf8), findings: findings, books: books, code: code)
  }

  static let good = Array("product_id,product_name,kind\nP,Product,microsoft\n".utf8)
  static let users = "user_principal_name,display_name,created_on\n"
  static let invoices = "invoice_id,billing_profile_id,invoice_date,currency,total\n"

  /// Runs `validate` and compares findings, books and exit code; the sums must always agree.
  func check() throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    let outcome = try Billfold.run(
      ["validate", folder.path, "--as-of", "2026-01-31", "--format", "json"])
    #expect(outcome.code == code, "\(outcome.errors)")
    let json = try JSON(outcome.bytes)
    #expect(Validated.findings(json) == findings)
    #expect(Validated.books(json) == books)
    Validated.checkIdentity(json)
  }
}

/// What `validate --format json` says, in short.
enum Validated {
  static func findings(_ json: JSON) -> [String] {
    json["findings"].elements.map { finding in
      let line = finding["line"].int.map(String.init) ?? "-"
      let column = finding["column"].int.map(String.init) ?? "-"
      return "\(finding["file"].cell):\(line):\(column) \(finding["rule"].cell)"
    }
  }

  static func books(_ json: JSON) -> [String] {
    json["files"].elements.map { file in
      ["file", "table", "rows_in", "accepted", "quarantined", "ignored"].map { file[$0].cell }
        .joined(separator: " ")
    }
  }

  /// Rows and amounts: what came in is what is accepted, quarantined or ignored.
  static func checkIdentity(_ json: JSON) {
    for file in json["files"].elements {
      let counts = ["accepted", "quarantined", "ignored"].map { file[$0].int ?? -1 }
      #expect(counts.allSatisfy { $0 >= 0 })
      #expect(counts.reduce(0, +) == file["rows_in"].int, "\(file["file"].cell)")
      for amount in file["amounts"].elements {
        guard let all = Units(amount["in"].cell), let accepted = Units(amount["accepted"].cell),
          let quarantined = Units(amount["quarantined"].cell)
        else { continue }
        #expect(all.count == accepted.count + quarantined.count, "\(file["file"].cell)")
      }
    }
  }
}
