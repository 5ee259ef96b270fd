internal import BillingModel
internal import Diagnostics
internal import ExactNumbers
internal import Liquid
internal import Reporting

extension SiteContext {
  /// The records that no report uses, with their raw text and what is wrong with each.
  var quarantinePages: [SitePage] {
    guard links.isOn("quarantine") else { return [] }
    let count = pageCount(input.basis.data.quarantine.count)
    return (1...count).map { number in
      SitePage(SitePaths.list("quarantine", page: number)) { [self] () throws(RenderingError) in
        try quarantinePage(number, of: count)
      }
    }
  }

  private func quarantinePage(_ number: Int, of count: Int) throws(RenderingError) -> [UInt8] {
    let all = input.basis.data.quarantine
    var head = PageHead(
      kind: "quarantine", title: wording.text("page.quarantine.title"),
      path: SitePaths.list("quarantine", page: number), section: "quarantine")
    head.number = number
    head.pageCount = count
    head.pagePath = { SitePaths.list("quarantine", page: $0) }
    head.showsRun = true
    let scope = PageScope(self, path: head.path)
    let shown = rows(ofPage: number, of: all.count)
    let list: [Value] = all[shown].map { quarantinedValue($0, scope) }
    let record = quarantineRecord.adding([
      ("list", .list(list)), ("first", .number(shown.lowerBound + 1)),
      ("last", .number(shown.upperBound)), ("downloads", .list(quarantineDownloads(scope))),
    ])
    return try page(head, "pages/quarantine.html", scope, [("quarantine", .record(record))])
  }

  /// The files of each table's records, to be corrected.
  private func quarantineDownloads(_ scope: PageScope) -> [Value] {
    let counts = quarantineCounts.value
    return TableID.allCases.compactMap { table in
      counts[table].map { count in
        [
          "table": .text(table.rawValue), "rows": .number(count),
          "csv": Value(scope.link("quarantine/\(table.rawValue).csv")),
          "raw": Value(scope.link("quarantine/\(table.rawValue).raw")),
        ]
      }
    }
  }

  private func quarantinedValue(_ row: QuarantinedRow, _ scope: PageScope) -> Value {
    let file = input.basis.data.files[row.source.file]
    let amounts: [Value] = row.amounts.sorted { $0.key < $1.key }
      .filter { $0.value.amount != .zero }.map { column, money in
        [
          "column": .text(column), "label": .text(wording.text("column.\(column).label")),
          "amount": .money(money),
        ]
      }
    let rules: [Value] = row.rules.map { rule in
      [
        "id": .text(rule), "title": .text(ruleTitle(rule)),
        "url": Value(scope.link(links.rule(rule))),
      ]
    }
    let text = input.rawText(row)
    let breaks = text?.utf8.count { $0 == UInt8(ascii: "\n") } ?? 0
    return [
      "file": .text(file.path), "line": .number(row.source.line),
      "table": Value(row.table?.rawValue), "rules": .list(rules), "amounts": .list(amounts),
      "unread": .text(columnNames(UnreadAmounts.columns(of: row))),
      "text": Value(text.map { VisibleText.lines($0) }),
      "messages": .list(messages(of: row, in: file.path, breaks: breaks)),
    ]
  }

  /// What the findings say about a record that has so many line breaks.
  private func messages(of row: QuarantinedRow, in file: String, breaks: Int) -> [Value] {
    let first = row.source.line
    var place = input.findings.firstPlace(file: file, line: first)
    var messages: [Value] = []
    while place < input.findings.count {
      let finding = input.findings[place]
      guard finding.location.file == file, finding.location.line ?? 0 <= first + breaks else {
        break
      }
      if row.rules.contains(finding.rule.rawValue) {
        messages.append(.text(message(of: finding)))
      }
      place += 1
    }
    return messages
  }
}

extension [Finding] {
  /// The first of the findings, which are in printing order, that is not before a line of a file.
  func firstPlace(file: String, line: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let place = self[middle].location
      let isBefore =
        place.file == file ? place.line ?? 0 < line : place.file.isBefore(file)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension VisibleText {
  /// Text of several lines with everything hidden in it shown, line by line.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { line(String($0)) }.joined(separator: "\n")
  }
}
