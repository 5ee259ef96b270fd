internal import Liquid
internal import Reporting

extension SiteContext {
  /// The A–Z list: a section for each person.
  var peoplePages: [SitePage] {
    guard links.isOn("users") else { return [] }
    return people.pages.indices.map { place in
      SitePage(people.pages[place].path) { [self] () throws(RenderingError) in
        try peoplePage(place)
      }
    }
  }

  private func peoplePage(_ place: Int) throws(RenderingError) -> [UInt8] {
    let page = people.pages[place]
    let letter = page.letter ?? wording.text("ui.other_letters")
    var head = PageHead(
      kind: "user-list", title: wording.text("page.user-list.title", [("name", letter)]),
      path: page.path, section: ReportName.users.rawValue)
    head.number = page.number
    head.pageCount = page.count
    let first = place - page.number
    head.pagePath = { [people] in people.pages[first + $0].path }
    var scope = PageScope(self, path: page.path)
    var sections: [Value] = []
    for (number, person) in page.people.enumerated() {
      sections.append(section(person, number, &scope))
    }
    let letters: [Value] = people.firstPages.map { first in
      [
        "label": .text(first.letter ?? wording.text("ui.other_letters")),
        "url": Value(scope.link(first.path)), "current": .flag(first.letter == page.letter),
      ]
    }
    let values: [(String, Value)] = [
      ("people", ["letter": .text(letter), "letters": .list(letters), "sections": .list(sections)])
    ]
    return try self.page(head, "pages/user-list.html", scope, values)
  }

  /// A person's section; its table is known to the page by a name of its own.
  private func section(_ person: Int, _ number: Int, _ scope: inout PageScope) -> Value {
    let detail = input.details.detail(of: .person, at: person)
    var more: [(String, Value)] = [("anchor", .text(people.anchor(ofPerson: person)))]
    if let table = detail.tables.first {
      var source = TableSource(table)
      source.key = "licenses-\(number + 1)"
      scope.tables[source.key] = source
      more.append(("assignments", .record(Record(source, wording))))
    }
    return .record(record(detail, scope, and: more))
  }
}
