import BillingModel

extension DetailIndex {
  /// A person of `users`, or anyone who holds a licence, and those licences.
  func person(_ code: Int) -> Detail {
    let (people, data) = (basis.people, basis.data)
    let row = data.userRow(code)
    let isGroup = basis.licenses.unknownGroups.contains(code)
    let held = holders.licenses(of: code).map { Int($0) }
    let inUse = held.filter { figures($0)?.isInUse ?? false }
    let users = row.map { [RowReference(.users, $0)] } ?? []
    return Detail(
      kind: .person, id: people.id(code), name: people.name(code),
      fields: [
        DetailField("user_principal_name", .id, .id(people.id(code))),
        DetailField("display_name", .text, .text(people.name(code))),
        DetailField("department", .text, .text(basis.department(of: code))),
        DetailField("country", .text, .text(people.country(code))),
        DetailField("assignee_kind", .word, .word(isGroup ? AssigneeKind.group : .user)),
        DetailField("account_enabled", .flag, .flag(people.isEnabled(code))),
        DetailField("created_on", .date, .date(people.createdOn(code))),
        DetailField("last_sign_in_on", .date, .date(people.lastSignIn(code))),
        DetailField("licenses", .count, .count(inUse.count)),
        DetailField(
          "reclaimable", .count, .count(inUse.count { basis.reclaimable[$0] })),
      ],
      tables: [licenseTable(held)],
      extra: row.map { WholeRow(data.users).extra($0) } ?? [],
      findings: basis.findings.findings(of: .person, code),
      sources: users
        + held.map { RowReference(.licenseAssignments, Int(basis.licenses.rows[$0])) })
  }

  private func figures(_ license: Int) -> SubscriptionFigures? {
    basis.figures(ofSubscription: Int(holders.subscriptions[license]))
  }

  /// `assignments`: the licences, ordered by product name and subscription.
  private func licenseTable(_ held: [Int]) -> DetailTable {
    let facts = basis.facts
    let lines = held.map { license in
      let code = Int(holders.subscriptions[license])
      let figures = basis.figures(ofSubscription: code)
      return HeldLine(
        license: license, subscription: code, figures: figures,
        id: basis.data.text(.subscription, code),
        product: figures.map { basis.data.text(.product, $0.product) },
        name: figures.flatMap { facts.name(subscription: $0.row) })
    }
    let sorted = lines.sorted {
      TextOrder.isBefore(TextOrder.compare($0.name, $1.name), TextOrder.compare($0.id, $1.id))
    }
    let rows = basis.licenses.rows
    return DetailTable(
      "assignments", lines: sorted, columns: heldColumns,
      sources: .one { RowReference(.licenseAssignments, Int(rows[$0.license])) },
      things: LineThings { line, kind in
        switch kind {
        case .product: line.figures?.product
        case .subscription: line.subscription
        default: nil
        }
      })
  }
}

/// One licence on a person's list.
struct HeldLine: Sendable {
  let license: Int
  let subscription: Int
  let figures: SubscriptionFigures?
  let id: String
  let product: String?
  let name: String?
}

extension ReportBasis {
  /// The columns of a person's licences.
  var heldColumns: [LineColumn<HeldLine>] {
    let (licenses, reclaimable) = (licenses, reclaimable)
    return [
      .plain("product_id", .id) { .id($0.product) },
      .plain("product_name", .text) { .text($0.name) },
      .plain("subscription_id", .id) { .id($0.id) },
      .plain("status", .word) { .word($0.figures?.status) },
      .plain("acquisition", .word) { .word($0.figures?.acquisition) },
      .plain("assigned_on", .date) { .date(licenses.assignedOn($0.license)) },
      .plain("currency", .currency) { .currency($0.figures?.currency) },
      .plain("monthly_cost", .money) {
        .money($0.figures?.monthlyCostPerLicense, $0.figures?.currency)
      },
      .plain("reclaimable", .flag) { .flag(reclaimable[$0.license]) },
    ]
  }
}
