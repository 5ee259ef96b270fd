internal import Liquid

/// What a page is, before its contents.
struct PageHead: Sendable {
  /// What sort of page, as templates see it: `report`, `product`, `findings`.
  let kind: String
  let title: String
  let path: String
  /// The name of the navigation's entry that the page belongs to.
  var section = ""
  var number = 1
  var pageCount = 1
  /// The path of each page of the same list, by its number.
  var pagePath: @Sendable (Int) -> String = { _ in "" }
  /// Other orders of the list: the column's heading, the path, whether it is this page's.
  var orders: [(label: String, path: String, isCurrent: Bool)] = []
  /// True for the pages that may show facts of the whole run.
  var showsRun = false

  /// The record `page`.
  func record(_ scope: PageScope, description: String?) -> Record {
    let base = scope.base
    func link(_ number: Int) -> Value {
      (1...pageCount).contains(number) && number != self.number
        ? .text(base + pagePath(number)) : .nil
    }
    return [
      "kind": .text(kind), "title": .text(title), "path": .text(path),
      "section": .text(section), "number": .number(number), "pages": .number(pageCount),
      "prev": link(number - 1), "next": link(number + 1), "first": link(1),
      "last": link(pageCount), "description": Value(description),
      "orders": .list(
        orders.map { order in
          [
            "label": .text(order.label), "url": .text(base + order.path),
            "current": .flag(order.isCurrent),
          ]
        }),
    ]
  }
}
