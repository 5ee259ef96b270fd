internal import Reporting
internal import UnicodeFolding

/// Where the cells of a column lead: what names the page, by its place in a row.
enum LinkRule: Hashable, Sendable {
  case none
  case product(Int?, orOfSubscription: Int?)
  /// A thing that a cell names; `isOwn` when the row is about it.
  case thing(DetailKind, Int, isOwn: Bool)
  case buyer(address: Int?, name: Int?)
  case takeover(Int)

  /// The rule of a column; `place` finds the columns of its table.
  init(_ column: String, _ place: (String) -> Int?) {
    func thing(_ kind: DetailKind, _ id: String, isOwn: Bool = true) -> LinkRule {
      place(id).map { .thing(kind, $0, isOwn: isOwn) } ?? .none
    }
    self =
      switch column {
      case "product_id", "product_name":
        .product(place("product_id"), orOfSubscription: place("subscription_id"))
      case "subscription_id": thing(.subscription, column)
      case "replaces_subscription_id", "move_to": thing(.subscription, column, isOwn: false)
      case "invoice_id": thing(.invoice, "invoice_id")
      case "billing_profile_id", "name": thing(.billingProfile, "billing_profile_id")
      case "user_principal_name", "display_name": thing(.person, "user_principal_name")
      case "purchaser_name", "purchaser_email":
        .buyer(address: place("purchaser_email"), name: place("purchaser_name"))
      case "takeover": place("takeover").map { .takeover($0) } ?? .none
      default: .none
      }
  }
}

extension SiteLinks {
  /// The page to which a row's cell leads. `origin` is where the row is from, and may know what it is about.
  func target(
    _ rule: LinkRule, in row: [Cell], _ origin: (rows: ReportRows, place: Int)? = nil
  ) -> String? {
    switch rule {
    case .none: nil
    case .product(let product, let subscription):
      thing(.product, text(product, row), origin)
        ?? thing(.subscription, text(subscription, row), origin)
    case .thing(let kind, let place, let isOwn):
      isOwn
        ? thing(kind, text(place, row), origin) : text(place, row).flatMap { detail(kind, $0) }
    case .buyer(let address, let name): buyer(text(address, row), text(name, row))
    case .takeover(let place): takeover(text(place, row))
    }
  }

  /// Where a cell of a table leads.
  func target(of column: String, in row: TableRow) -> String? {
    target(
      LinkRule(column) { id in row.columns.firstIndex { $0.id == id } }, in: row.cells)
  }

  private func thing(
    _ kind: DetailKind, _ id: String?, _ origin: (rows: ReportRows, place: Int)?
  ) -> String? {
    guard let id else { return nil }
    if let origin, let code = origin.rows.code(of: kind, at: origin.place) {
      return detail(kind, code: code)
    }
    return detail(kind, id)
  }

  private func buyer(_ address: String?, _ name: String?) -> String? {
    if let address { return detail(.buyer, Lowercase.fold(address)) }
    return name.flatMap { detail(.buyer, "name:" + $0) }
  }

  /// The subscription that people can be moved to.
  private func takeover(_ text: String?) -> String? {
    guard let text, text.hasPrefix("move:") else { return nil }
    return detail(.subscription, String(text.dropFirst(5)))
  }

  private func text(_ place: Int?, _ row: [Cell]) -> String? {
    guard let place else { return nil }
    switch row[place] {
    case .text(let text), .id(let text): return text
    default: return nil
    }
  }
}
