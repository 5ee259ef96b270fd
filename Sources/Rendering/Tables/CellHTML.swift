internal import BillingModel
internal import CalendarDates
internal import Charts
internal import ExactNumbers
internal import Liquid
internal import Reporting

/// Writes the cells of one table as HTML, each escaped and none reaching out of its place.
struct CellHTML {
  let scope: PageScope
  /// True when amounts need not name their currency, because a heading or another cell does.
  var namesCurrency = false
  /// The same of prices.
  var namesPriceCurrency = false
  /// False in rows of totals.
  var hasPictures = true
  /// The largest amount or number of each column with bars, on this page.
  var maxima: [String: Int128] = [:]
  private let style: CellStyle

  init(_ scope: PageScope) {
    self.scope = scope
    style = scope.site.cellStyle
  }

  /// Appends one value with its link and picture. `path` is the page of what it names.
  func append(_ plan: CellPlan, _ row: [Cell], to path: String?, in html: inout PageOutput) {
    guard let place = plan.place else { return }
    switch row[place] {
    case .notApplicable: return
    case .missing: appendMissing(plan, row, &html)
    case .word(let word): appendWord(word, plan, &html)
    case .words(let words):
      plan.isOfPeople ? append(people: words, &html) : append(rules: words, &html)
    case .record(let fields): append(tasks: fields, plan.column, &html)
    case let cell:
      let isLink = scope.appendLink(to: path, in: &html)
      append(cell, plan, row, &html)
      if isLink { html.write("</a>") }
      appendPicture(cell, plan, row, &html)
    }
  }

  private func append(_ cell: Cell, _ plan: CellPlan, _ row: [Cell], _ html: inout PageOutput) {
    switch (plan.content, cell) {
    case (.utilization(let assigned, let purchased), _):
      guard let share = CellText.utilization(row[assigned], row[purchased]) else { break }
      return style.numbers.appendPercent(share, places: 1, to: &html)
    case (.price, .decimal(let price)):
      guard let currency = currency(of: row, plan) else { break }
      return style.append(price, of: currency, isNamed: namesPriceCurrency, to: &html)
    case (.takeover, .text(let text)):
      return html.append(breakable: scope.cells.takeover(text))
    case (.nearlyWord, .text(let text)):
      guard let word = scope.site.wording.phrase("value.\(plan.column).\(text)") else { break }
      return html.append(breakable: word)
    default: break
    }
    style.append(cell, isNamed: namesCurrency, to: &html)
  }

  /// The row's own currency, or that of its amounts; nil when the row names none.
  private func currency(of row: [Cell], _ plan: CellPlan) -> Currency? {
    if let place = plan.currencyPlace, case .currency(let currency) = row[place] {
      return currency
    }
    for case .money(_, let currency) in row { return currency }
    return nil
  }

  private func appendWord(_ word: String, _ plan: CellPlan, _ html: inout PageOutput) {
    if let known = plan.words[word] { return html.append(markup: known) }
    let text = HTMLText.escaped(scope.cells.word(word, column: plan.column))
    html.append(markup: CellPlan.word(word, text, plan.column))
  }

  /// `≥ 12,340.00 · 3 without price` for a cost of which only a part is known, else a dash.
  private func appendMissing(_ plan: CellPlan, _ row: [Cell], _ html: inout PageOutput) {
    guard case .cost(let place, let unpriced) = plan.content,
      case .money(let amount, _) = row[place], case .count(let count) = row[unpriced], count > 0,
      !amount.isZero
    else { return html.append(markup: plan.missing) }
    html.write("≥\u{A0}")
    style.append(row[place], isNamed: namesCurrency, to: &html)
    html.write("<span class=\"sub\">")
    html.append(text: scope.site.wording.text("ui.without_price", count: count))
    html.write("</span>")
  }

  private func appendPicture(
    _ cell: Cell, _ plan: CellPlan, _ row: [Cell], _ html: inout PageOutput
  ) {
    guard hasPictures else { return }
    switch plan.picture {
    case .none: return
    case .bar:
      guard let value = Self.barValue(cell), value != 0, let maximum = maxima[plan.column],
        maximum > 0
      else { return }
      html.append(markup: CellBar(value, of: maximum).svg())
    case .track(let assigned, let purchased):
      guard case .count(let assigned) = row[assigned],
        case .quantity(let purchased) = row[purchased]
      else { return }
      let bought = purchased.number.map { Int128($0) }
      html.append(markup: LicenseTrack(bought: bought, assigned: Int128(assigned)).svg())
    }
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
