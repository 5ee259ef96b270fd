import TestSupport

/// A tenant with many purchases of few products, to plan their takeover.
struct RandomTakeovers {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed &* 104_729)
  }

  mutating func write(to folder: TemporaryFolder) throws {
    let head =
      "subscription_id,product_id,product_name,pricing_model,acquisition,purchaser_name,"
      + "purchaser_email,quantity,unit_price,currency,billing_frequency,status,expires_on,"
      + "auto_renew\n"
    var assigned = "subscription_id,assignee_id\n"
    var rows: [String] = []
    for number in 0..<12 {
      let isOwn = number < 7
      let id = isOwn ? "own-\(number)" : "central-\(number)"
      let people = Int.random(in: isOwn ? 0...4 : 0...6, using: &random)
      for _ in 0..<people {
        assigned += "\(id),p\(Int.random(in: 0...30, using: &random))@x.example\n"
      }
      rows.append(row(id, isOwn, people))
    }
    try folder.write(head + rows.joined(separator: "\n") + "\n", to: "subscriptions.csv")
    try folder.write(assigned, to: "assignments.csv")
    let people = (0...30).map { "p\($0)@x.example,\(pick(["true", "true", "true", "false"]))" }
    try folder.write(
      "user_principal_name,account_enabled\n" + people.joined(separator: "\n") + "\n",
      to: "users.csv")
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &random)]
  }

  private mutating func row(_ id: String, _ isOwn: Bool, _ people: Int) -> String {
    let spare = Int.random(in: isOwn ? 0...2 : -2...5, using: &random)
    let quantity = "\(max(0, people + spare))"
    let term = pick(["monthly", "monthly", "annual", "triennial"])
    return [
      id, pick(["alpha", "alpha", "beta"]), "", "per-license", isOwn ? "self-service" : "central",
      isOwn ? "Buyer" : "", isOwn ? "buyer@x.example" : "",
      pick(Array(repeating: quantity, count: 9) + ["", isOwn ? "" : "Unlimited"]),
      pick(["9.99", "10.00", "10.00", "12.50", "120", "0.001", ""]),
      pick(["EUR", "EUR", "EUR", "USD"]), term,
      pick(["active", "active", "active", "expired", "pending", "deleted", ""]),
      pick(["2026-01-31", "2026-03-01", "2025-12-01", ""]), pick(["true", "false", ""]),
    ].joined(separator: ",")
  }
}
