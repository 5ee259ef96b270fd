import Testing

/// CSV files as they should not be: a clear finding at the right place, and the rest unharmed.
struct HostileCSVTests {
  static let users = HostileCase.users
  static let row = "b@x.example,B,2025-01-01\n"

  @Test(arguments: [
    HostileCase(
      "an unclosed quote", "u.csv", users + "a@x.example,\"A,2025-01-01\n" + row + row,
      findings: ["u.csv:2:13 unclosed-quote", "u.csv:4:1 duplicate-key"],
      books: ["u.csv users 3 1 2 0"]),
    HostileCase(
      "an unclosed quote in the header", "u.csv", "\"" + users + row,
      findings: ["u.csv:1:1 unclosed-quote"], books: ["u.csv null 1 0 0 1"]),
    HostileCase(
      "ragged rows", "u.csv", users + "a@x.example,A\n" + row + "c@x.example,C,2025-01-01,more\n",
      findings: ["u.csv:2:1 row-shape", "u.csv:4:1 row-shape"], books: ["u.csv users 3 1 2 0"]),
    HostileCase(
      "a wrong date", "u.csv", users + "a@x.example,A,2025-02-29\n" + row,
      findings: ["u.csv:2:15 bad-date"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "a NUL byte", "u.csv", users + "a@x.example,A\0,2025-01-01\n" + row,
      findings: ["u.csv:2:13 bad-encoding"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "a table that nobody knows", "u.csv", "shoe,size\nx,1\ny,2\n",
      findings: ["u.csv:-:- unknown-table"], books: ["u.csv null 2 0 0 2"], code: 0),
    HostileCase(
      "a header and no rows", "u.csv", users, findings: ["u.csv:-:- no-rows"],
      books: ["u.csv users 0 0 0 0"], code: 0),
    HostileCase(
      "a header without a line break", "u.csv", String(users.dropLast()),
      findings: ["u.csv:-:- no-rows"], books: ["u.csv users 0 0 0 0"], code: 0),
    HostileCase(
      "an empty file", "u.csv", "", findings: ["u.csv:-:- unknown-table"],
      books: ["u.csv null 0 0 0 0"], code: 0),
    HostileCase(
      "a byte order mark and nothing else", "u.csv", "\u{FEFF}",
      findings: ["u.csv:-:- unknown-table"], books: ["u.csv null 0 0 0 0"], code: 0),
    HostileCase(
      "empty lines only", "u.csv", "\n\r\n\n", findings: ["u.csv:-:- unknown-table"],
      books: ["u.csv null 0 0 0 0"], code: 0),
    HostileCase(
      "no last line break", "u.csv", users + String(row.dropLast()), findings: [],
      books: ["u.csv users 1 1 0 0"], code: 0),
    HostileCase(
      "CRLF", "u.csv", (users + row).replacing("\n", with: "\r\n"), findings: [],
      books: ["u.csv users 1 1 0 0"], code: 0),
    HostileCase(
      "CR alone", "u.csv", (users + row).replacing("\n", with: "\r"),
      findings: ["u.csv:-:- unreadable-file"], books: ["u.csv null 0 0 0 0"]),
    HostileCase(
      "a byte order mark in the middle is data", "u.csv", users + "\u{FEFF}" + row, findings: [],
      books: ["u.csv users 1 1 0 0"], code: 0),
    HostileCase(
      "one heading twice", "u.csv", "user_principal_name,display_name,Display Name\na,B,C\n",
      findings: ["u.csv:1:34 ignored-column"], books: ["u.csv users 1 1 0 0"], code: 0),
    HostileCase(
      "a required column is not there", "u.csv", "display_name,created_on,department\nA,never,IT\n",
      findings: ["u.csv:1:1 missing-column"], books: ["u.csv users 1 0 1 0"]),
    HostileCase(
      "second rows of a key", "u.csv", users + row + row + "B@X.example,Other,2025-01-01\n",
      findings: ["u.csv:3:1 duplicate-key", "u.csv:4:1 duplicate-key"],
      books: ["u.csv users 3 1 2 0"]),
    HostileCase(
      "decimal commas throughout", "i.csv",
      HostileCase.invoices + "I1,B,2025-01-01,EUR,\"1,50\"\nI2,B,2025-01-01,EUR,\"2,50\"\n",
      findings: [], books: ["i.csv invoices 2 2 0 0"], code: 0),
    HostileCase(
      "a point that may be a decimal mark or not", "i.csv",
      HostileCase.invoices + "I1,B,2025-01-01,EUR,1.250\nI2,B,2025-01-01,EUR,2\n",
      findings: ["i.csv:-:- ambiguous-format"], books: ["i.csv invoices 2 0 2 0"]),
    HostileCase(
      "one decimal comma", "i.csv",
      HostileCase.invoices + "I1,B,2025-01-01,EUR,\"1,50\"\nI2,B,2025-01-01,EUR,2.50\n",
      findings: ["i.csv:2:21 bad-amount"], books: ["i.csv invoices 2 1 1 0"]),
    HostileCase(
      "the day first", "u.csv", users + "a@x.example,A,31/01/2025\nb@x.example,B,01/02/2025\n",
      findings: [], books: ["u.csv users 2 2 0 0"], code: 0),
    HostileCase(
      "the day first and the month first", "u.csv",
      users + "a@x.example,A,31/01/2025\nb@x.example,B,01/31/2025\n",
      findings: ["u.csv:-:- ambiguous-format"], books: ["u.csv users 2 0 2 0"]),
    HostileCase(
      "day or month first", "u.csv", users + "a@x.example,A,01/02/2025\nb@x.example,B,03/04/2025\n",
      findings: ["u.csv:-:- ambiguous-format"], books: ["u.csv users 2 0 2 0"]),
    HostileCase(
      "an escape sequence in a name", "u.csv", users + "a@x.example,\u{1B}[31m\u{202E}A,never\n",
      findings: ["u.csv:2:23 bad-date"], books: ["u.csv users 1 0 1 0"]),
  ])
  func saysWhatIsWrong(_ item: HostileCase) throws {
    try item.check()
  }

  @Test(arguments: [
    HostileCase(
      "gzip", "u.csv.gz", [0x1F, 0x8B, 8, 0], findings: ["u.csv.gz:-:- unreadable-file"],
      books: ["u.csv.gz null 0 0 0 0"]),
    HostileCase(
      "gzip under the name of a table", "u.csv", [0x1F, 0x8B, 8, 0, 10, 13, 255, 254],
      findings: ["u.csv:-:- unreadable-file"], books: ["u.csv null 0 0 0 0"]),
    HostileCase(
      "zip", "u.zip", Array("PK\u{3}\u{4}".utf8), findings: ["u.zip:-:- unreadable-file"],
      books: ["u.zip null 0 0 0 0"]),
    HostileCase(
      "Windows-1252 with a byte that it does not have", "u.csv",
      Array((users + "a@x.example,Ren").utf8) + [0xE9] + Array(",2025-01-01\nb@x.example,".utf8)
        + [0xE9, 0x81] + Array(",2025-01-01\n".utf8),
      findings: ["u.csv:3:13 bad-encoding"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "a bad byte in UTF-8 spoils its row only", "u.csv",
      Array((users + "a@x.example,é,2025-01-01\nb@x.example,").utf8) + [0xE9]
        + Array(",2025-01-01\n".utf8),
      findings: ["u.csv:3:13 bad-encoding"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "a line of ten million bytes", "u.csv",
      Array((users + "a@x.example,").utf8) + Array(repeating: 0x78, count: 10_000_000)
        + Array(",2025-01-01\nb@x.example,B,never\n".utf8),
      findings: ["u.csv:3:15 bad-date"], books: ["u.csv users 2 1 1 0"]),
    HostileCase(
      "a quote that opens before ten million bytes", "u.csv",
      Array((users + "a@x.example,\"").utf8) + Array(repeating: 0x78, count: 10_000_000)
        + Array(("\n" + row).utf8),
      findings: ["u.csv:2:13 unclosed-quote"], books: ["u.csv users 2 1 1 0"]),
  ])
  func refusesBytesByName(_ item: HostileCase) throws {
    try item.check()
  }

  @Test func numbersOfAnySizeAreExactOrRefused() throws {
    let amounts: [(text: String, isAmount: Bool)] = [
      ("999999999999999999999999999999999999999", false), ("170141183460469231731", true),
      ("170141183460469231732", false), ("0.123456789012345678", true),
      ("0.1234567890123456789", false), ("0.1234567890123456780", true), ("1e400", false),
      ("1e2", true), ("1e-400", false), ("0e999", true), ("-0", true), ("+5", true),
      ("00012", true), (".5", false), ("5.", false), ("1 000", true), ("0x10", false),
      ("∞", false), ("NaN", false), ("١٢", false), ("-", false), ("1.2.3", false),
    ]
    let rows = amounts.enumerated().map { "I\($0),B,2025-01-01,EUR,\($1.text)\n" }
    let bad = amounts.indices.filter { !amounts[$0].isAmount }
    let accepted = amounts.count - bad.count
    try HostileCase(
      "amounts", "i.csv", HostileCase.invoices + rows.joined(),
      findings: bad.map {
        "i.csv:\($0 + 2):\("I\($0),B,2025-01-01,EUR,".utf8.count + 1) bad-amount"
      },
      books: ["i.csv invoices \(amounts.count) \(accepted) \(bad.count) 0"]
    ).check()
  }
}
