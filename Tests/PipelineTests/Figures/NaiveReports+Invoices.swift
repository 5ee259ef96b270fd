extension NaiveTenant {
  var invoiceSummary: Rows {
    var names: [String: String] = [:]
    for row in tables["billing_profiles"] {
      names[row.id("billing_profile_id") ?? ""] = row["name"]
    }
    let invoices = tables["invoices"].filter { $0["status"]?.lowercased() != "void" }
    let groups = Dictionary(grouping: invoices) { row in
      [
        row.id("billing_profile_id") ?? "", row["currency"] ?? "",
        String(row["invoice_date"]?.prefix(7) ?? ""),
      ]
    }
    return groups.sorted {
      isBefore(
        [names[$0.key[0]], spelling(ofProfile: $0.key[0]), $0.key[1], $0.key[2]],
        [names[$1.key[0]], spelling(ofProfile: $1.key[0]), $1.key[1], $1.key[2]])
    }.map { key, rows in
      var cells = summary(rows, key[1])
      cells["billing_profile_id"] = spelling(ofProfile: key[0])
      cells["name"] = names[key[0]] ?? "null"
      cells["month"] = key[2]
      cells["currency"] = key[1]
      cells["invoices"] = "\(rows.count)"
      return cells
    }
  }

  private func spelling(ofProfile key: String) -> String {
    for table in ["billing_profiles", "invoices"] {
      for row in tables[table] where row.id("billing_profile_id") == key {
        return row["billing_profile_id"] ?? key
      }
    }
    return key
  }

  private func summary(_ rows: [NaiveRow], _ currency: String) -> [String: String] {
    var sums: [String: Share] = [:]
    let columns = ["charges", "credits", "azure_credit", "tax", "total"]
    let ages = ["not_yet_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90"]
    for name in columns + ages + ["amount_due", "past_due"] { sums[name] = .zero }
    for row in rows {
      for name in columns { sums[name, default: .zero] = (sums[name] ?? .zero) + share(row[name]) }
      let due = owed(row)
      sums["amount_due"] = (sums["amount_due"] ?? .zero) + due
      let age = ages[ageClass(row)]
      sums[age] = (sums[age] ?? .zero) + due
      if age != "not_yet_due" { sums["past_due"] = (sums["past_due"] ?? .zero) + due }
    }
    return sums.mapValues { $0.text(in: currency) }
  }

  private func share(_ text: String?) -> Share {
    text.flatMap { Units($0) }.map { Share($0, months: 1) } ?? .zero
  }

  /// Missing: nothing when paid, else the total.
  private func owed(_ row: NaiveRow) -> Share {
    if row["amount_due"] != nil { return share(row["amount_due"]) }
    return row["status"]?.lowercased() == "paid" ? .zero : share(row["total"])
  }

  /// Not yet due, or the class of days since it was due.
  private func ageClass(_ row: NaiveRow) -> Int {
    guard let due = row["due_date"].flatMap({ NaiveDay($0) }), due < asOf else { return 0 }
    let days = asOf.number - due.number
    return days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4
  }
}
