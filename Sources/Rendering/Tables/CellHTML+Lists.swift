internal import Reporting

// Cells with several values.
extension CellHTML {
  /// How many people, and behind it who they are.
  func append(people: [String], _ html: inout [UInt8]) {
    let wording = scope.site.wording
    guard !people.isEmpty else {
      html.append(markup: "<span class=\"muted\">")
      html.append(text: wording.text("ui.nobody"))
      return html.append(markup: "</span>")
    }
    html.append(markup: "<details class=\"people\"><summary>")
    html.append(text: wording.text("ui.people", count: people.count))
    html.append(markup: "</summary><ul class=\"plain\">")
    for person in people {
      html.append(markup: "<li>")
      let target = scope.site.links.detail(.person, person)
      let isLink = scope.appendLink(to: target, evenToItself: true, in: &html)
      html.append(breakable: person)
      html.append(markup: isLink ? "</a></li>" : "</li>")
    }
    html.append(markup: "</ul></details>")
  }

  func append(rules: [String], _ html: inout [UInt8]) {
    guard !rules.isEmpty else { return }
    html.append(markup: "<ul class=\"plain\">")
    for rule in rules {
      html.append(markup: "<li>")
      let isLink = scope.appendLink(
        to: scope.site.links.rule(rule), evenToItself: true, in: &html)
      html.append(text: scope.site.ruleTitle(rule))
      html.append(markup: isLink ? "</a></li>" : "</li>")
    }
    html.append(markup: "</ul>")
  }

  /// Tasks grouped by where they are done, in the order of their first task.
  func append(tasks fields: [CellField], _ column: String, _ html: inout [UInt8]) {
    var places: [String] = []
    for field in fields where !places.contains(field.word) { places.append(field.word) }
    let texts = scope.cells
    html.append(markup: "<dl class=\"tasks\">")
    for place in places {
      let names = fields.filter { $0.word == place }.map { texts.word($0.name, column: column) }
      html.append(markup: "<dt>")
      html.append(text: texts.word(place, column: column))
      html.append(markup: "</dt><dd>")
      html.append(text: names.joined(separator: ", "))
      html.append(markup: "</dd>")
    }
    html.append(markup: "</dl>")
  }
}
