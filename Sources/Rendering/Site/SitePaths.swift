internal import Digests
internal import Reporting

/// The paths of the site's pages.
enum SitePaths {
  /// The folder of the pages of a kind of thing.
  static func folder(of kind: DetailKind) -> String {
    switch kind {
    case .product: "products"
    case .subscription: "subscriptions"
    case .buyer: "buyers"
    case .invoice: "invoices"
    case .billingProfile: "billing-profiles"
    case .person: "users"
    }
  }

  /// A detail page; further pages of its tables have `~p2`, which no slug ends in.
  static func detail(_ kind: DetailKind, _ id: String, page: Int = 1) -> String {
    let further = page == 1 ? "" : "~p\(page)"
    return "\(folder(of: kind))/\(Slug.of(id))\(further).html"
  }

  /// A page of a report in its own order, or in that of a column.
  static func report(_ name: ReportName, by column: String? = nil, page: Int = 1) -> String {
    guard let column else {
      return "\(name.rawValue)/" + (page == 1 ? "index.html" : "\(page).html")
    }
    let words = String(column.map { $0 == "_" ? "-" : $0 })
    return "\(name.rawValue)/by-\(words)-\(page).html"
  }

  /// A file of a report's figures.
  static func data(_ name: ReportName, _ form: String) -> String {
    "data/\(name.rawValue).\(form)"
  }

  /// A page of a list in a folder: `index.html`, `2.html`.
  static func list(_ folder: String, page: Int) -> String {
    "\(folder)/" + (page == 1 ? "index.html" : "\(page).html")
  }

  /// What leads from a page to the site's folder.
  static func base(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}
