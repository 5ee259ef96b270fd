import BillingModel
import Diagnostics

extension TableReading {
  /// Notes a finding about the file or its header.
  mutating func report(
    _ rule: RuleID, variant: Int = 0, value: String? = nil, facts: [Fact] = [], line: Int? = nil,
    column: Int? = nil, lineOffset: Int = 0, length: Int = 1
  ) {
    let severity = ReadingRules.all.first { $0.id == rule }?.severity ?? .error
    findings.append(
      PlacedFinding(
        finding: Finding(
          rule: rule, severity: severity,
          location: SourceLocation(file: file.path, line: line, column: column),
          subject: Subject(.file, file.path), value: value, variant: variant, facts: facts),
        lineOffset: lineOffset, length: length))
  }

  /// Decides how numbers and dates of the file are written from what reading it in `tried` showed,
  /// and refuses the file when that cannot be decided.
  ///
  /// - Returns: the dialect in which it is to be read again; nil when this reading stands.
  mutating func decideDialect(_ evidence: FormatEvidence, tried: Dialect) -> Dialect? {
    let decision = DialectDecision(evidence, tried: tried, path: file.path)
    if let refusal = decision.refusal {
      refuse(
        rule: .ambiguousFormat, variant: refusal.variant, value: refusal.value,
        facts: refusal.facts)
      return nil
    }
    witnesses += decision.witnesses
    layout.dialect = decision.dialect
    return decision.dialect.readsAlike(tried) ? nil : decision.dialect
  }

  /// Refuses the whole file: all its rows go to quarantine, and one finding says why.
  mutating func refuse(rule: RuleID, variant: Int, value: String?, facts: [Fact] = []) {
    let schema = file.table?.schema.columns ?? []
    let amounts = Set(
      schema.indices.filter { schema[$0].type == .amount && layout.sources[$0] != nil })
    var rows = pending.map { row in
      PendingRow(
        line: row.line, offset: row.offset, length: row.length, rules: [rule], unread: amounts)
    }
    for contents in shards {
      mentions += contents.keys
      for row in 0..<contents.count {
        let place = contents.place(of: row)
        rows.append(
          PendingRow(
            line: place.line, offset: place.offset, length: 0, rules: [rule], unread: amounts))
      }
    }
    pending = rows.sorted { $0.offset < $1.offset }
    contents = nil
    findings.removeAll { $0.finding.severity == .error }
    report(rule, variant: variant, value: value, facts: facts)
  }
}
