internal import Liquid
internal import Reporting

// Cells with several values.
extension CellHTML {
  /// How many people, and behind it who they are.
  func append(people: [String], _ html: inout PageOutput) {
    let wording = scope.site.wording
    guard !people.isEmpty else {
      html.write("<span class=\"muted\">")
      html.append(text: wording.text("ui.nobody"))
      return html.write("</span>")
    }
    html.write("<details class=\"people\"><summary>")
    html.append(text: wording.text("ui.people", count: people.count))
    html.write("</summary><ul class=\"plain\">")
    for person in people {
      html.write("<li>")
      let target = scope.site.links.detail(.person, person)
      let isLink = scope.appendLink(to: target, evenToItself: true, in: &html)
      html.append(breakable: person)
      html.write(isLink ? "</a></li>" : "</li>")
    }
    html.write("</ul></details>")
  }

  func append(rules: [String], _ html: inout PageOutput) {
    guard !rules.isEmpty else { return }
    html.write("<ul class=\"plain\">")
    for rule in rules {
      html.write("<li>")
      let isLink = scope.appendLink(
        to: scope.site.links.rule(rule), evenToItself: true, in: &html)
      html.append(text: scope.site.ruleTitle(rule))
      html.write(isLink ? "</a></li>" : "</li>")
    }
    html.write("</ul>")
  }

  /// Tasks grouped by where they are done, in the order of their first task.
  func append(tasks fields: [CellField], _ column: String, _ html: inout PageOutput) {
    var places: [String] = []
    for field in fields where !places.contains(field.word) { places.append(field.word) }
    let texts = scope.cells
    html.write("<dl class=\"tasks\">")
    for place in places {
      let names = fields.filter { $0.word == place }.map { texts.word($0.name, column: column) }
      html.write("<dt>")
      html.append(text: texts.word(place, column: column))
      html.write("</dt><dd>")
      html.append(text: names.joined(separator: ", "))
      html.write("</dd>")
    }
    html.write("</dl>")
  }
}
