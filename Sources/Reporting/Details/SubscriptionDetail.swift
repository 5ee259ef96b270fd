import BillingModel

extension DetailIndex {
  /// All columns of a subscription, its figures and its licences.
  func subscription(_ code: Int) -> Detail {
    guard let figures = basis.figures(ofSubscription: code) else {
      preconditionFailure("a subscription with a page has a row")
    }
    let row = WholeRow(basis.data.subscriptions)
    let facts = basis.facts
    return Detail(
      kind: .subscription, id: basis.data.text(.subscription, code),
      name: facts.name(subscription: figures.row),
      fields: columns(figures, row, facts) + basis.figureFields(figures)
        + basis.managementFields(figures, facts.kind(subscription: figures.row)),
      tables: [assignmentTable(Array(basis.licenses(of: figures)))],
      extra: row.extra(figures.row), findings: basis.findings.findings(of: .subscription, code),
      sources: basis.sources(of: [figures]))
  }

  /// The row's own columns; those of the product as `products` has them.
  private func columns(
    _ figures: SubscriptionFigures, _ row: WholeRow<Subscriptions>, _ facts: ProductFacts
  ) -> [DetailField] {
    row.fields(figures.row, currency: nil).map { field in
      let cell: Cell? =
        switch field.column.id {
        case "product_name": .text(facts.name(subscription: figures.row))
        case "kind": .word(facts.kind(subscription: figures.row))
        case "publisher": .text(facts.publisher(subscription: figures.row))
        case "pricing_model": .word(facts.pricingModel(subscription: figures.row))
        case "acquisition": .word(figures.acquisition)
        default: nil
        }
      return cell.map { DetailField(field.column.id, field.column.kind, $0) } ?? field
    }
  }

  /// `assignments`: the licences, ordered by user.
  func assignmentTable(_ licenses: [Int]) -> DetailTable {
    let assignees = basis.licenses.assignees
    let order = licenses.map { license in
      (place: place(of: .person, code: Int(assignees[license])) ?? -1, license: license)
    }
    let sorted = order.sorted { ($0.place, $0.license) < ($1.place, $1.license) }.map(\.license)
    let rows = basis.licenses.rows
    return DetailTable(
      "assignments", lines: sorted, columns: assignmentColumns,
      sources: .one { RowReference(.licenseAssignments, Int(rows[$0])) },
      things: LineThings { license, kind in kind == .person ? Int(assignees[license]) : nil })
  }
}

extension ReportBasis {
  /// What the reports count of a subscription.
  func figureFields(_ figures: SubscriptionFigures) -> [DetailField] {
    let currency = figures.currency
    return [
      DetailField("assigned", .count, .count(figures.assignedCount)),
      DetailField("available", .count, figures.availableCell),
      DetailField("over_assigned", .count, .count(figures.overAssigned)),
      DetailField("reclaimable", .count, .count(reclaimable(in: figures))),
      DetailField("monthly_cost", .money, .money(figures.monthlyCost, currency)),
      DetailField("unused_monthly_cost", .money, .money(figures.unusedMonthlyCost, currency)),
      DetailField("purchase_price", .money, .money(figures.purchasePrice, currency)),
    ]
  }

  /// Policy and takeover of a self-service subscription; where a third-party app is managed.
  func managementFields(_ figures: SubscriptionFigures, _ kind: ProductKind?) -> [DetailField] {
    var fields: [DetailField] = []
    if figures.isSelfService {
      let takeover = takeoverTargets.takeover(of: figures)
      fields += [
        DetailField("policy", .word, .word(policies.value(ofProduct: figures.product))),
        DetailField("takeover", .text, .text(takeover?.description)),
      ]
    }
    if let kind, kind.isThirdParty {
      let storefront = data.subscriptions.storefront[figures.row]
      let tasks = WhereToManage.tasks(kind, storefront)
      fields.append(DetailField("where_to_manage", .record, .record(tasks)))
    }
    return fields
  }

  /// The columns of `assignments`, whose lines are licences.
  var assignmentColumns: [LineColumn<Int>] {
    let (basis, table) = (self, data.licenseAssignments)
    let (groups, givers, roles) = (table.viaGroup, table.assignedBy, table.assignedByRole)
    let (kinds, assignees) = (table.assigneeKind, table.assigneeID)
    let row: @Sendable (Int) -> Int = { Int(basis.licenses.rows[$0]) }
    let person: @Sendable (Int) -> Int = { Int(basis.licenses.assignees[$0]) }
    return [
      .plain("user_principal_name", .id) { .id(basis.people.id(person($0))) },
      .plain("display_name", .text) { .text(basis.people.name(person($0))) },
      .plain("department", .text) { .text(basis.department(of: person($0))) },
      .plain("assignee_kind", .word) {
        .word(basis.licenses.isGroup($0) ? AssigneeKind.group : .user)
      },
      .plain("assigned_on", .date) { .date(basis.licenses.assignedOn($0)) },
      .plain("via_group", .id) { license in
        let place = row(license)
        return .id(kinds[place] == .group ? assignees[place] : groups[place])
      },
      .plain("assigned_by", .text) { .text(givers[row($0)]) },
      .plain("assigned_by_role", .word) { .word(roles[row($0)]) },
      .plain("reclaimable", .flag) { .flag(basis.reclaimable[$0]) },
    ]
  }
}
