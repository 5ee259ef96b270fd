import BillingModel
import Diagnostics
import Reporting
import Testing

struct DetailTests {
  private static let tenant = TestTenant()
    .with(
      .products,
      "product_id,product_name,kind,publisher,pricing_model,owner\n"
        + "p1,Alpha,saas-app,Northwind,per-license,Cost centre 7\np2,Beta,microsoft,,,"
    )
    .with(
      .subscriptions,
      """
      subscription_id,product_id,acquisition,purchaser_name,purchaser_email,quantity,unit_price,currency,billing_frequency,status,Cost centre,expires_on
      s1,p1,central,,,3,10.00,EUR,monthly,active,4711,2026-12-31
      s2,p1,self-service,Ann,Ann@X,1,24.00,EUR,annual,active,,
      s3,p1,self-service,Ann B,ann@x,1,24.00,USD,annual,deleted,,
      """
    )
    .with(
      .users,
      "user_principal_name,display_name,department,country,account_enabled,created_on,last_sign_in_on\n"
        + "u@x,Uma,Sales,SE,true,2020-01-01,2026-01-30\nidle@x,Ida,,,,,"
    )
    .with(
      .licenseAssignments,
      """
      subscription_id,assignee_id,assignee_kind,assigned_on,assigned_by,assigned_by_role,via_group,display_name
      s1,u@x,user,2025-01-01,admin@x,license-admin,,
      s2,u@x,user,2025-02-01,Ann@x,purchaser,,
      s1,g,group,2025-03-01,,,,The group
      s1,a@x,user,2025-03-01,,,g,Al
      """
    )
    .with(
      .billingProfiles,
      "billing_profile_id,name,status,currency,contact_name\nb1,Main,active,EUR,Cy"
    )
    .with(
      .billingProfileRoles,
      "billing_profile_id,user_principal_name,role\nb1,u@x,owner\nb1,a@x,reader"
    )
    .with(
      .invoices,
      """
      invoice_id,billing_profile_id,invoice_date,currency,total,amount_due,status
      i1,b1,2026-01-01,EUR,10.00,,paid
      i2,b1,2026-01-02,EUR,10.00,10.00,due
      i3,b9,2026-01-02,EUR,10.00,10.00,due
      """
    )
    .with(
      .invoiceLines,
      """
      invoice_id,line_number,subscription_id,charges,total,currency,unit_price,Order
      i1,2,s1,4.00,4.00,EUR,0.123456789012,A-2
      i1,1,s1,5.00,5.00,EUR,5,
      i2,1,s1,5.00,5.00,USD,5,
      """
    )
    .with(.selfServicePolicies, "product_id,value,changed_on\np1,Disabled,2026-01-05")

  private func index(_ findings: [RowFinding] = []) -> DetailIndex {
    DetailIndex(Self.tenant.basis(asOf: "2026-01-31", findings: findings))
  }

  private func detail(_ kind: DetailKind, _ id: String) throws -> Detail {
    let index = index()
    return index.detail(of: kind, at: try #require(index.place(of: kind, id: id)))
  }

  @Test func everythingHasAPageInOrderOfItsId() {
    let index = index()
    let ids = DetailKind.allCases.map { kind in
      (0..<index.count(of: kind)).map { index.id(of: kind, at: $0) }
    }
    #expect(
      ids == [
        ["p1", "p2"], ["s1", "s2", "s3"], ["ann@x"], ["i1", "i2", "i3"], ["b1"],
        ["a@x", "g", "idle@x", "u@x"],
      ])
    for kind in DetailKind.allCases {
      for place in 0..<index.count(of: kind) {
        #expect(index.place(of: kind, id: index.id(of: kind, at: place)) == place)
        #expect(index.detail(of: kind, at: place).id == index.id(of: kind, at: place))
      }
      #expect(index.place(of: kind, id: "nowhere") == nil)
    }
  }

  @Test func productTellsItsFiguresByCurrencyAndItsSubscriptions() throws {
    let product = try detail(.product, "p1")
    #expect(
      product.texts == [
        "product_id=p1", "product_name=Alpha", "kind=saas-app", "publisher=Northwind",
        "pricing_model=per-license", "policy=Disabled", "changed_on=2026-01-05", "subscriptions=3",
        "users=3",
      ])
    let figures = try #require(product.table("figures"))
    #expect(
      figures.texts("subscriptions", "purchased", "assigned", "currency", "monthly_cost")
        == ["2 4 4 EUR 32.00"])
    let subscriptions = try #require(product.table("subscriptions"))
    #expect(
      subscriptions.texts("subscription_id", "acquisition", "reclaimable", "monthly_cost")
        == ["s1 central 0 30.00", "s2 self-service 1 2.00", "s3 self-service 0 2.00"])
    #expect(product.extra == [ExtraField(name: "owner", text: "Cost centre 7")])
    #expect(try detail(.product, "p2").table("figures")?.rows.isEmpty == true)
  }

  @Test func subscriptionTellsAllItsColumnsAndLicences() throws {
    let subscription = try detail(.subscription, "s1")
    #expect(subscription.name == "Alpha")
    #expect(subscription.field("publisher")?.testText == "Northwind")
    #expect(subscription.field("unit_price")?.testText == "10")
    #expect(subscription.field("available")?.testText == "0")
    #expect(subscription.field("takeover") == nil)
    #expect(subscription.field("where_to_manage") != nil)
    #expect(subscription.extra == [ExtraField(name: "Cost centre", text: "4711")])
    let columns = TableID.subscriptions.schema.columns.map(\.name)
    #expect(subscription.fields.prefix(columns.count).map(\.column.id) == columns)
    let assignments = try #require(subscription.table("assignments"))
    #expect(
      assignments.texts("user_principal_name", "assignee_kind", "via_group", "assigned_by_role")
        == ["a@x user g ?", "g group g ?", "u@x user ? license-admin"])
    #expect(try detail(.subscription, "s2").field("takeover")?.testText == "buy:1")
  }

  @Test func buyerIsOneAddressInAnyCase() throws {
    let buyer = try detail(.buyer, "ann@x")
    #expect(
      buyer.texts
        == ["purchaser_name=Ann", "purchaser_email=Ann@X", "purchases=2", "assigned=1"])
    #expect(
      buyer.table("purchases")?.texts("subscription_id", "takeover")
        == ["s2 buy:1", "s3 none"])
    #expect(
      buyer.table("assignments")?.texts("subscription_id", "user_principal_name")
        == ["s2 u@x"])
  }

  @Test func invoiceAddsItsLinesUp() throws {
    let invoice = try detail(.invoice, "i1")
    #expect(invoice.field("name")?.testText == "Main")
    #expect(invoice.field("total")?.testText == "10.00")
    #expect(invoice.field("lines_total")?.testText == "9.00")
    #expect(invoice.field("difference")?.testText == "1.00")
    #expect(
      invoice.table("lines")?.texts("line_number", "subscription_id", "unit_price", "total")
        == ["1 s1 5 5.00", "2 s1 0.123456789012 4.00"])
    let mixed = try detail(.invoice, "i2")
    #expect(mixed.field("lines_total") == .missing)
    #expect(mixed.field("difference") == .missing)
    #expect(mixed.table("lines")?.texts("total", "currency") == ["5.00 USD"])
    let bare = try detail(.invoice, "i3")
    #expect(bare.field("difference") == .notApplicable)
    #expect(bare.field("name") == .missing)
  }

  @Test func billingProfileTellsMonthsInvoicesAndRoles() throws {
    let profile = try detail(.billingProfile, "b1")
    #expect(profile.field("contact_name")?.testText == "Cy")
    #expect(
      profile.table("months")?.texts("month", "invoices", "total", "amount_due")
        == ["2026-01 2 20.00 10.00"])
    #expect(
      profile.table("invoices")?.texts("invoice_id", "document_type", "amount_due")
        == ["i2 invoice 10.00", "i1 invoice 0.00"])
    #expect(
      profile.table("roles")?.texts("user_principal_name", "display_name", "role")
        == ["a@x ? reader", "u@x Uma owner"])
  }

  @Test func personTellsTheAccountAndItsLicences() throws {
    let person = try detail(.person, "U@X")
    #expect(
      person.texts == [
        "user_principal_name=u@x", "display_name=Uma", "department=Sales", "country=SE",
        "assignee_kind=user", "account_enabled=true", "created_on=2020-01-01",
        "last_sign_in_on=2026-01-30", "licenses=2", "reclaimable=1",
      ])
    #expect(
      person.table("assignments")?.texts("subscription_id", "monthly_cost", "reclaimable")
        == ["s1 10.00 false", "s2 2.00 true"])
    #expect(try detail(.person, "idle@x").table("assignments")?.rows.isEmpty == true)
    #expect(try detail(.person, "g").field("assignee_kind")?.testText == "group")
  }

  @Test func findingsStandWhereTheirRowsDo() throws {
    func finding(_ rule: String, _ table: TableID, _ row: Int) -> RowFinding {
      RowFinding(
        rule: RuleID(rule), severity: .warning, table: table, row: row, column: nil,
        subject: Subject(.record, "any"))
    }
    let index = index([
      finding("a", .products, 0), finding("b", .licenseAssignments, 1), finding("c", .users, 0),
      finding("d", .invoiceLines, 0), finding("e", .billingProfileRoles, 1),
      finding("f", .selfServicePolicies, 0), finding("g", .invoices, 1),
    ])
    func rules(_ kind: DetailKind, _ id: String) throws -> [String] {
      let place = try #require(index.place(of: kind, id: id))
      return index.detail(of: kind, at: place).findings.map(\.rule.rawValue)
    }
    #expect(try rules(.product, "p1") == ["a", "f", "b"])
    #expect(try rules(.subscription, "s2") == ["b"])
    #expect(try rules(.buyer, "ann@x") == ["b"])
    #expect(try rules(.person, "u@x") == ["b", "c"])
    #expect(try rules(.invoice, "i1") == ["d"])
    #expect(try rules(.invoice, "i2") == ["g"])
    #expect(try rules(.billingProfile, "b1") == ["e", "d", "g"])
  }
}

extension Detail {
  /// The fields as `name=value`.
  fileprivate var texts: [String] { fields.map { $0.column.id + "=" + $0.cell.testText } }
}

extension DetailTable {
  /// Some columns of each row, joined by blanks.
  fileprivate func texts(_ ids: String...) -> [String] {
    let places = ids.map { id in columns.firstIndex { $0.id == id } }
    return rows.map { row in
      places.map { $0.map { row[$0].testText } ?? "no column" }.joined(separator: " ")
    }
  }
}
