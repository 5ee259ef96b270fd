import BillingModel
import CSVReading
import Diagnostics

extension CSVPass {
  /// Ends the pass: all records were taken.
  mutating func finish(
    byteCount: Int, sha256: String? = nil, ambiguous rivals: [UInt8] = []
  ) {
    result.file.byteCount = byteCount
    result.file.sha256 = sha256
    isReallyWindows1252 = hasInvalid && !hasMultibyte && encoding == .utf8
    result.file.rowsIn = rows
    guard recognition != nil else {
      report(.unknownTable, variant: 1)
      return
    }
    if let mapped {
      if rows == 0 { report(.noRows, facts: [Fact("table", mapped.reading.format.title)]) }
      (results, otherDialect) = mapped.finish(result)
      return
    }
    guard let table = result.file.table else {
      finishUnknown(rivals)
      return
    }
    guard let sink else { return }
    take(sink)
    otherDialect = result.decideDialect(sink.evidence, tried: dialect)
    if rows == 0 {
      report(.noRows, facts: [Fact("table", table.rawValue)])
    }
  }

  private mutating func take(_ sink: RowSink) {
    result.pending = sink.pending
    result.mentions = sink.mentions
    result.findings += sink.findings
    result.shards =
      [sink.builder.finish(file: 0, given: sink.recognition.given)] + sink.laterShards
  }

  private mutating func finishUnknown(_ rivals: [UInt8]) {
    if rivals.count > 1 {
      let names = rivals.map { DelimiterChoice.name($0) }
      report(
        .ambiguousFormat, variant: 3,
        facts: [Fact("first", names[0]), Fact("second", names[1])]
          + InputSetting.facts(
            input.path, DelimiterChoice.setting(rivals[0]), DelimiterChoice.setting(rivals[1])))
    } else if !isRefused {
      let columns = result.file.columns.prefix(12).joined(separator: ", ")
      report(.unknownTable, facts: [Fact("columns", columns)])
    }
    result.file.ignored = rows
  }
}
