internal import BillingModel
internal import CalendarDates
internal import ExactNumbers
internal import Liquid
internal import Reporting

extension SiteContext {
  /// Every file that was read, and that nothing of it was lost.
  var sourcePages: [SitePage] {
    guard links.isOn("sources") else { return [] }
    return [
      SitePage(SitePaths.list("sources", page: 1)) { [self] () throws(RenderingError) in
        var head = PageHead(
          kind: "sources", title: wording.text("page.sources.title"),
          path: SitePaths.list("sources", page: 1), section: "sources")
        head.showsRun = true
        let scope = PageScope(self, path: head.path)
        return try page(head, "pages/sources.html", scope, [("sources", sourcesValue(scope))])
      }
    ]
  }

  /// The files in order of their paths.
  func sourcesValue(_ scope: PageScope) -> Value {
    .list(input.basis.data.files.map { sourceValue($0) })
  }

  private func sourceValue(_ file: SourceFile) -> Value {
    let age = file.newestDate.map { input.basis.asOf.days(since: $0) }
    let amounts: [Value] = file.amounts.map { amount in
      [
        "label": .text(wording.text("column.\(amount.column).label")),
        "currency": .text(amount.currency.code), "in": money(amount.incoming, amount.currency),
        "accepted": money(amount.accepted, amount.currency),
        "quarantined": money(amount.quarantined, amount.currency),
        "ignored": money(amount.ignored, amount.currency),
      ]
    }
    let unread: [Value] = file.unread.sorted { $0.key < $1.key }.map { column, rows in
      ["label": .text(wording.text("column.\(column).label")), "rows": .number(rows)]
    }
    return [
      "file": .text(file.path), "table": Value(file.table?.rawValue),
      "format": Value(file.format), "syntax": Value(file.syntax?.rawValue),
      "dialect": .list(
        file.dialect.map { note in
          [
            "setting": .text(note.setting), "text": Value(note.text), "line": Value(note.line),
          ]
        }),
      "corrected": .number(file.corrected),
      "encoding": Value(file.encoding), "delimiter": Value(file.delimiter),
      "bytes": .number(file.byteCount), "sha256": Value(file.sha256),
      "rows_in": .number(file.rowsIn), "accepted": .number(file.accepted),
      "quarantined": .number(file.quarantined), "ignored": .number(file.ignored),
      "newest_date": file.newestDate.map { .date($0) } ?? .nil, "age": Value(age),
      "freshness": .text(Self.freshness(age)), "amounts": .list(amounts), "unread": .list(unread),
    ]
  }

  /// Old after two days, very old after four.
  static func freshness(_ age: Int?) -> String {
    guard let age else { return "unknown" }
    return age > 4 ? "bad" : (age > 2 ? "warn" : "good")
  }

  private func money(_ amount: ExactDecimal?, _ currency: Currency) -> Value {
    amount.map { .money(Money($0, currency)) } ?? .nil
  }
}
