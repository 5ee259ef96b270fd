import TestSupport

/// A small tenant with everything that real exports have: groups, second rows, missing prices, Unlimited,
/// several currencies, credit notes, void invoices, and rows that cannot be used.
struct RandomTenant {
  private var random: SeededGenerator
  private let people = (1...9).map { "Person\($0)@x.example" }
  private let groups = ["aaaaaaaa-0000-4000-8000-00000000000a", "Group-B", "group-c"]
  private let products = ["P-1", "p-2", "P3 ", "01234567-89ab-4cde-8f01-23456789abcd"]
  private let names = [
    "Écrit, \"quoted\"", "=SUM(A1)", "Line\nbreak", "名前; semicolon", "@x", "  spaced  ", "",
    "N/A", "-1 <b>&amp;{{x}}", "a\tb",
  ]
  private var subscriptions: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(state: seed &* 7927)
  }

  mutating func write(to folder: TemporaryFolder) throws {
    subscriptions = (1...10).map { "S-\($0)" } + ["s-1", "ABCDEF01-89ab-4cde-8f01-23456789abcd"]
    if chance(0.7) { try folder.write(json(productRows()), to: "products.json") }
    let bought = subscriptionRows()
    try folder.write(csv(Array(bought.prefix(8)), ","), to: "s/first.csv")
    try folder.write(csv(Array(bought.dropFirst(8)), ";"), to: "s/second.csv")
    try folder.write(csv(assignmentRows(45), ","), to: "l/a.csv")
    try folder.write(json(assignmentRows(25)), to: "l/b.json")
    try folder.write(csv(productOnlyRows(), ","), to: "l/c.csv")
    if chance(0.8) { try folder.write(csv(userRows(), ","), to: "users.csv") }
    let members = memberRows().map { object($0) }.joined(separator: "\n")
    try folder.write(members + "\n", to: "members.ndjson")
    try folder.write("{\"billing_profiles\": \(json(profileRows()))}", to: "z/profiles.json")
    try folder.write(csv(invoiceRows(), ","), to: "z/invoices.csv")
    if chance(0.7) { try folder.write(csv(policyRows(), ","), to: "policies.csv") }
  }
}

extension RandomTenant {
  private typealias Row = KeyValuePairs<String, String>

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &random)]
  }

  /// One of the words, sometimes in other letters, sometimes nothing.
  private mutating func word(_ words: [String], missing: Double = 0.15) -> String {
    if chance(missing) { return pick(["", "", "NULL"]) }
    return chance(0.1) ? pick(words).uppercased() : pick(words)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> String {
    "\(Int.random(in: range, using: &random))"
  }

  private mutating func amount() -> String {
    pick(["", "0", "12.50", "100", "-3.335", "0.005", "1999.99", "7.125", "33.333333333333333333"])
  }

  private mutating func date(missing: Double = 0.2) -> String {
    if chance(missing) { return "" }
    if chance(0.02) { return pick(["2025-02-30", "soon", "2025-13-01"]) }
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let text = "\(pick(["2024", "2025", "2025"]))-\(month < 10 ? "0" : "")\(month)"
    return text + "-\(day < 10 ? "0" : "")\(day)" + (chance(0.1) ? "T23:59:59+02:00" : "")
  }

  /// A day of the first half of 2026.
  private mutating func soon() -> String {
    let day = Int.random(in: 1...28, using: &random)
    return "2026-0\(Int.random(in: 1...6, using: &random))-\(day < 10 ? "0" : "")\(day)"
  }

  private mutating func person() -> String {
    let person = pick(people)
    return chance(0.2) ? person.lowercased() : person
  }

  private mutating func currency() -> String { pick(["EUR", "EUR", "USD", "JPY", "KWD", ""]) }

  private mutating func productRows() -> [Row] {
    var rows: [Row] = []
    for product in products where chance(0.8) {
      rows.append([
        "product_id": product, "product_name": chance(0.05) ? "" : "Name of \(product)",
        "kind": word(["saas-app", "isv-app", "microsoft"], missing: 0),
        "publisher": pick(names), "pricing_model": word(["flat-rate", "per-license"]),
      ])
    }
    rows.append([
      "product_id": "P-9", "product_name": "Unsold", "kind": pick(["isv-app", "sas-app"]),
      "publisher": "", "pricing_model": "",
    ])
    return rows
  }

  /// What a product is called by its subscriptions is the same in all of them.
  private mutating func subscriptionRows() -> [Row] {
    let kinds = products.map { _ in pick(["saas-app", "isv-app", "microsoft", ""]) }
    let models = products.map { _ in pick(["flat-rate", "per-license", "per-license", ""]) }
    return (subscriptions + [subscriptions[0], subscriptions[3]]).map { id in
      let product = Int.random(in: products.indices, using: &random)
      let isOwn = chance(0.4)
      let quantity = chance(0.15) ? "Unlimited" : chance(0.1) ? "" : number(0...9)
      return [
        "Subscription ID": id, "product-id": products[product],
        "Product name": "Product \(product)", "kind": kinds[product], "publisher": "Maker",
        "pricing_model": models[product],
        "channel": word(["direct", "partner", "proposal"]),
        "storefront": word(["azure-marketplace", "appsource", "partner-center"]),
        "acquisition": isOwn ? "self-service" : "",
        "purchaser_name": isOwn ? pick(names) : "",
        "purchaser_email": isOwn && chance(0.8) ? person() : "",
        "quantity": chance(0.04) ? "3.5" : quantity,
        "unit_price": pick(["9.99", "33.10", "120", "0.001", "642.00", "1.005", ""]),
        "currency": currency(),
        "billing_frequency": word(
          ["monthly", "quarterly", "semiannual", "annual", "triennial"], missing: 0.05),
        "region": pick(names), "cloud": word(["worldwide", "germany"], missing: 0.5),
        "billing_profile_id": pick(["B1", "b1", ""]),
        "status": word(["active", "active", "expired", "disabled", "deleted", "pending"]),
        "purchased_on": date(), "activated_on": date(), "expires_on": chance(0.5) ? date() : soon(),
        "ended_on": date(missing: 0.7), "auto_renew": word(["true", "false"]),
      ]
    }
  }

  private mutating func assignmentRows(_ count: Int) -> [Row] {
    (0..<count).map { _ in
      let isGroup = chance(0.15)
      return [
        "subscription_id": chance(0.04) ? "" : pick(subscriptions + ["Unknown-1"]),
        "product_id": chance(0.3) ? pick(products) : "",
        "assignee_id": chance(0.02) ? "" : isGroup ? pick(groups) : person(),
        "assignee_kind": isGroup ? "group" : word(["user"]), "display_name": pick(names),
        "department": pick(["Sales", "IT", "", "  R&D "]), "assigned_on": date(),
        "assigned_by_role": word(["global-admin", "purchaser", "publisher-portal", "guest"]),
        "via_group": chance(0.15) ? pick(groups) : "",
      ]
    }
  }

  /// Exports that know the product, not the subscription.
  private mutating func productOnlyRows() -> [Row] {
    (0..<6).map { _ in
      ["Product-ID": pick(products + ["P-9"]), "ASSIGNEE_ID": person(), "assigned on": date()]
    }
  }

  private mutating func userRows() -> [Row] {
    var rows: [Row] = []
    for person in people where chance(0.7) {
      rows.append([
        "User principal name": chance(0.3) ? person.uppercased() : person,
        "Display name": pick(names), "Department": pick(["Sales", "IT", ""]),
        "Account enabled": word(["true", "false", "true", "yes"]), "Last sign-in on": date(),
        "Shoe size": "42",
      ])
    }
    return rows
  }

  private mutating func memberRows() -> [Row] {
    (0..<8).map { _ in
      ["group_id": pick(groups.dropLast() + ["GROUP-B"]), "user_principal_name": person()]
    }
  }

  private mutating func profileRows() -> [Row] {
    [
      ["billing_profile_id": "B1", "name": "Zürich, the \"first\""],
      ["billing_profile_id": "B2", "name": pick(["", "Second"])],
      ["billing_profile_id": "B1", "name": "Again"],
    ]
  }

  private mutating func invoiceRows() -> [Row] {
    (0..<40).map { index in
      [
        "invoice_id": "G\(chance(0.05) ? 1 : index)",
        "billing_profile_id": pick(["B1", "B2", "b1"]),
        "document_type": word(["invoice", "credit-note"]), "invoice_date": date(missing: 0.05),
        "due_date": date(), "currency": currency(), "charges": amount(), "credits": amount(),
        "azure_credit": amount(), "tax": chance(0.05) ? "1,50" : amount(), "total": amount(),
        "amount_due": amount(), "status": word(["due", "past-due", "paid", "void"]),
      ]
    }
  }

  private mutating func policyRows() -> [Row] {
    (0..<6).map { _ in
      [
        "product_id": pick(products),
        "policy_id": pick(["", "AllowSelfServicePurchase", "Another"]),
        "value": pick(["Enabled", "Disabled", "OnlyTrialsWithoutPaymentMethod", ""]),
        "product_name": pick(["", "As policies call it"]), "changed_on": date(),
      ]
    }
  }
}

extension RandomTenant {
  private func csv(_ rows: [Row], _ delimiter: String) -> String {
    let header = (rows.first.map { $0.map(\.key) } ?? ["nothing"]).joined(separator: delimiter)
    let lines = rows.map { row in
      row.map { quoted($0.value, delimiter) }.joined(separator: delimiter)
    }
    return ([header] + lines).joined(separator: "\r\n") + "\r\n"
  }

  private func quoted(_ text: String, _ delimiter: String) -> String {
    let needsQuotes = text.contains("\"") || text.contains("\n") || text.contains(delimiter)
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private func json(_ rows: [Row]) -> String {
    "[" + rows.map { object($0) }.joined(separator: ",\n") + "]"
  }

  private func object(_ row: Row) -> String {
    let members = row.map { pair in
      let text = pair.value.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\n": "\\n"
        case "\t": "\\u0009"
        default: String(scalar)
        }
      }.joined()
      return "\"\(pair.key)\": " + (text.isEmpty ? "null" : "\"\(text)\"")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
