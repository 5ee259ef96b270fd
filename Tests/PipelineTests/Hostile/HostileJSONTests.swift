import Testing

/// JSON files as they should not be.
struct HostileJSONTests {
  static let person = "{\"user_principal_name\":\"a@x.example\"}"

  @Test(arguments: [
    HostileCase(
      "a hundred thousand arrays in each other", "u.json",
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
      findings: ["u.json:-:- unreadable-file"], books: ["u.json null 0 0 0 0"]),
    HostileCase(
      "deep within a value", "u.json",
      "[{\"user_principal_name\":" + String(repeating: "[", count: 100_000)
        + String(repeating: "]", count: 100_000) + "}]",
      findings: ["u.json:-:- unreadable-file"], books: ["u.json null 0 0 0 0"]),
    HostileCase(
      "cut off", "u.json", "[\(person),{\"user_princ", findings: ["u.json:-:- unreadable-file"],
      books: ["u.json null 0 0 0 0"]),
    HostileCase(
      "something behind the end", "u.json", "[\(person)] x",
      findings: ["u.json:-:- unreadable-file"], books: ["u.json null 0 0 0 0"]),
    HostileCase(
      "a key twice", "u.json",
      "[{\"user_principal_name\":\"a\",\"user_principal_name\":\"b\"},\n\(person)]",
      findings: ["u.json:1:29 row-shape"], books: ["u.json users 2 1 1 0"]),
    HostileCase(
      "a byte order mark", "u.json", "\u{FEFF}[\(person)]", findings: [],
      books: ["u.json users 1 1 0 0"], code: 0),
    HostileCase(
      "a next page", "u.json", "{\"value\":[\(person)],\"@odata.nextLink\":\"https://x.example\"}",
      findings: ["u.json:-:- incomplete-pages"], books: ["u.json users 1 1 0 0"], code: 0),
    HostileCase(
      "keys that name tables, and one that does not", "u.json",
      "{\"users\":[\(person)],\"group_members\":[],\"other\":[{\"z\":1}]}",
      findings: ["u.json:-:- no-rows", "u.json:-:- unknown-table"],
      books: ["u.json users 1 1 0 0", "u.json group_members 0 0 0 0", "u.json null 1 0 0 1"],
      code: 0),
    HostileCase(
      "records that are none", "u.json", "[1,\(person),null,\"x\",[]]",
      findings: [
        "u.json:1:2 row-shape", "u.json:1:42 row-shape", "u.json:1:47 row-shape",
        "u.json:1:51 row-shape",
      ],
      books: ["u.json users 5 1 4 0"]),
    HostileCase(
      "an empty list", "u.json", "[]", findings: ["u.json:-:- unknown-table"],
      books: ["u.json null 0 0 0 0"], code: 0),
    HostileCase(
      "an object in a cell", "u.json", "[{\"user_principal_name\":\"a\",\"display_name\":{}}]",
      findings: ["u.json:1:44 unknown-value"], books: ["u.json users 1 0 1 0"]),
    HostileCase(
      "NUL as a byte and as an escape", "u.json",
      "[{\"user_principal_name\":\"a\0\"},\n{\"user_principal_name\":\"b\\u0000\"}]",
      findings: ["u.json:1:25 bad-encoding", "u.json:2:24 bad-encoding"],
      books: ["u.json users 2 0 2 0"]),
    HostileCase(
      "half a character", "u.json", "[{\"user_principal_name\":\"a\\ud83d\"},\n\(person)]",
      findings: ["u.json:1:25 bad-encoding"], books: ["u.json users 2 1 1 0"]),
    HostileCase(
      "a broken line", "u.ndjson", "\(person)\n{\"user_principal_name\":\n\n[1]\n",
      findings: ["u.ndjson:2:1 row-shape", "u.ndjson:4:1 row-shape"],
      books: ["u.ndjson users 3 1 2 0"]),
    HostileCase(
      "a broken last line", "u.ndjson", "\(person)\n{\"user_princ",
      findings: ["u.ndjson:2:1 row-shape"], books: ["u.ndjson users 2 1 1 0"]),
    HostileCase(
      "numbers that no money has", "i.json",
      """
      [{"invoice_id":1,"billing_profile_id":"B","invoice_date":"2025-01-01","currency":"EUR","total":1e400},
      {"invoice_id":2,"billing_profile_id":"B","invoice_date":"2025-01-01","currency":"EUR","total":12.50}]
      """,
      findings: ["i.json:1:96 bad-amount"], books: ["i.json invoices 2 1 1 0"]),
  ])
  func saysWhatIsWrong(_ item: HostileCase) throws {
    try item.check()
  }
}
