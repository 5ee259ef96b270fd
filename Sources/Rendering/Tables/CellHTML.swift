internal import BillingModel
internal import CalendarDates
internal import Charts
internal import ExactNumbers
internal import Reporting

/// Writes the cells of one table as HTML, each escaped and none reaching out of its place.
struct CellHTML {
  let scope: PageScope
  let design: TableDesign
  /// The currency that the headings name; nil when cells name their own.
  let currency: Currency?
  /// The currency that the heading of prices names; nil when cells name their own.
  let priceCurrency: Currency?
  /// The largest amount or number of each column with bars, on this page.
  let maxima: [String: Int128]
  private let texts: CellText

  init(
    scope: PageScope, design: TableDesign, currency: Currency?, priceCurrency: Currency? = nil,
    maxima: [String: Int128] = [:]
  ) {
    self.scope = scope
    self.design = design
    self.currency = currency
    self.priceCurrency = priceCurrency
    self.maxima = maxima
    texts = scope.cells
  }

  /// What stands in a cell: the column's own value, which leads to `target`, and those below it.
  func content(_ columns: [String], _ row: TableRow, target: String?) -> String {
    var html = value(columns[0], row, target)
    for column in columns.dropFirst() {
      guard let cell = row[column], !cell.isEmpty, column != "currency" || currency == nil else {
        continue
      }
      let kind = row.columns.first { $0.id == column }?.kind == .id ? "sub id" : "sub"
      let own = scope.site.links.target(of: column, in: row)
      let text = below(column, value(column, row, own == target ? nil : own))
      html += "<span class=\"\(kind)\">\(text)</span>"
    }
    return html
  }

  /// One value with its link and picture.
  func value(_ column: String, _ row: TableRow) -> String {
    value(column, row, scope.site.links.target(of: column, in: row))
  }

  private func value(_ column: String, _ row: TableRow, _ path: String?) -> String {
    guard let cell = row[column] else { return "" }
    if let partly = partlyKnown(column, row) { return partly }
    switch cell {
    case .missing: return missing(column)
    case .notApplicable: return ""
    case .words(let words): return Self.isOfPeople(column) ? people(words) : ruleLinks(words)
    case .record(let fields): return tasks(fields, column)
    case .word(let word): return marked(word, column)
    default: break
    }
    let text = plain(column, cell, row)
    let html = HTMLText.breakable(text)
    let target = path == scope.path ? nil : scope.link(path)
    return HTMLText.link(html, to: target) + picture(column, cell, row)
  }

  /// The plain digits of a figure, for sorting in place; nil for other cells.
  static func sortValue(_ cell: Cell) -> String? {
    switch cell {
    case .count(let count): String(count)
    case .quantity(let quantity): quantity.number.map { String($0) } ?? "Infinity"
    case .ratio(let number), .decimal(let number): number.description
    case .money(let amount, let currency): amount.minorUnitText(in: currency)
    case .date(let date): date.description
    case .month(let month): month
    case .words(let words): String(words.count)
    default: nil
    }
  }

  /// What stands below another value, with the words that lead to it where the wording has some.
  private func below(_ column: String, _ html: String) -> String {
    // The phrase is escaped with a mark in the place of what is HTML already.
    let mark = "\u{FFFC}"
    let key = "column.\(column).below"
    guard scope.site.wording.has(key) else { return html }
    return HTMLText.escaped(scope.site.wording.text(key, [("value", mark)]))
      .replacing(mark, with: html)
  }

  /// A dash, or the word for a value that is not given where that says something.
  private func missing(_ column: String) -> String {
    let wording = scope.site.wording
    guard let word = wording.phrase("missing.\(column)") else {
      return HTMLText.missing(wording.text("ui.missing"))
    }
    return "<span class=\"muted\">\(HTMLText.escaped(word))</span>"
  }

  private func plain(_ column: String, _ cell: Cell, _ row: TableRow) -> String {
    if column == "utilization", let text = texts.utilization(of: row) { return text }
    let isNamed = currency != nil || design.namesCurrency
    let mark: CellText.CurrencyMark = isNamed ? .inHeading : .shown
    if column == "unit_price", case .decimal(let price) = cell, let code = row.currency {
      let isNamed = priceCurrency != nil || design.namesCurrency
      return texts.price(price, code, isNamed ? .inHeading : .shown)
    }
    return texts.text(cell, column: column, currency: mark) ?? ""
  }

  /// `≥ 12,340.00 · 3 without price` for a cost of which only a part is known.
  private func partlyKnown(_ column: String, _ row: TableRow) -> String? {
    guard column == "monthly_cost", row[column] == .missing, let known = row["monthly_cost_known"],
      case .count(let unpriced) = row["unpriced"], unpriced > 0,
      case .money(let amount, _) = known, !amount.isZero
    else { return nil }
    let text = plain("monthly_cost_known", known, row)
    let note = scope.site.wording.text("ui.without_price", count: unpriced)
    return "≥\u{A0}\(HTMLText.escaped(text))<span class=\"sub\">\(HTMLText.escaped(note))</span>"
  }

  /// A word, with a mark of its own where it tells a state.
  private func marked(_ word: String, _ column: String) -> String {
    let text = HTMLText.escaped(texts.word(word, column: column))
    let states = ["status", "severity", "policy", "action", "proof"]
    guard states.contains(column) else { return text }
    return "<span class=\"word word-\(HTMLText.escaped(word.lowercased()))\">\(text)</span>"
  }

  /// True for columns whose words are people, not rules.
  private static func isOfPeople(_ column: String) -> Bool {
    column == "people" || column == "lose_access"
  }

  /// How many people, and behind it who they are.
  private func people(_ people: [String]) -> String {
    let wording = scope.site.wording
    guard !people.isEmpty else {
      return "<span class=\"muted\">\(HTMLText.escaped(wording.text("ui.nobody")))</span>"
    }
    let count = HTMLText.escaped(wording.text("ui.people", count: people.count))
    let names = people.map { person in
      let target = scope.link(scope.site.links.detail(.person, person))
      return "<li>\(HTMLText.link(HTMLText.breakable(person), to: target))</li>"
    }
    return "<details class=\"people\"><summary>\(count)</summary>"
      + "<ul class=\"plain\">\(names.joined())</ul></details>"
  }

  private func ruleLinks(_ words: [String]) -> String {
    let links = words.map { word in
      let title = scope.site.ruleTitle(word)
      return "<li>"
        + HTMLText.link(HTMLText.escaped(title), to: scope.link(scope.site.links.rule(word)))
        + "</li>"
    }
    return links.isEmpty ? "" : "<ul class=\"plain\">\(links.joined())</ul>"
  }

  /// Tasks grouped by where they are done, in the order of their first task.
  private func tasks(_ fields: [CellField], _ column: String) -> String {
    var places: [String] = []
    for field in fields where !places.contains(field.word) { places.append(field.word) }
    let items = places.map { place in
      let names = fields.filter { $0.word == place }.map { texts.word($0.name, column: column) }
      return "<dt>\(HTMLText.escaped(texts.word(place, column: column)))</dt>"
        + "<dd>\(HTMLText.escaped(names.joined(separator: ", ")))</dd>"
    }
    return "<dl class=\"tasks\">\(items.joined())</dl>"
  }

  private func picture(_ column: String, _ cell: Cell, _ row: TableRow) -> String {
    if design.tracks.contains(column) { return track(row) ?? "" }
    guard design.bars.contains(column), let value = Self.barValue(cell), value != 0,
      let maximum = maxima[column], maximum > 0
    else { return "" }
    return CellBar(value, of: maximum).svg()
  }

  private func track(_ row: TableRow) -> String? {
    guard case .count(let assigned) = row["assigned"],
      case .quantity(let purchased) = row["purchased"] ?? row["quantity"] ?? .missing
    else { return nil }
    return LicenseTrack(bought: purchased.number.map { Int128($0) }, assigned: Int128(assigned))
      .svg()
  }

  /// A figure as a whole number of the smallest units that are shown.
  static func barValue(_ cell: Cell) -> Int128? {
    switch cell {
    case .count(let count): Int128(count)
    case .quantity(let quantity): quantity.number.map { Int128($0) }
    case .money: cell.roundedMoney?.amount.units
    default: nil
    }
  }
}
