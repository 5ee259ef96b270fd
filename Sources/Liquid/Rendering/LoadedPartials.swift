/// The partials that a rendering has met, parsed once, and what they remember of the fields of records.
struct LoadedPartials {
  private var numbers: [String: Int] = [:]
  private var templates: [Template] = []
  private var cells: [[LookupCell]] = []

  /// The number of a partial that was met before.
  func number(of name: String) -> Int? { numbers[name] }

  /// Adds a partial.
  mutating func add(_ template: Template, named name: String) -> Int {
    numbers[name] = templates.count
    templates.append(template)
    cells.append([])
    return templates.count - 1
  }

  func program(_ number: Int) -> Program { templates[number].program }

  /// Takes what the partial remembers out, until it is put back.
  mutating func takeCells(_ number: Int) -> [LookupCell] {
    var taken: [LookupCell] = []
    swap(&taken, &cells[number])
    return taken
  }

  mutating func putBack(_ kept: [LookupCell], _ number: Int) { cells[number] = kept }
}
