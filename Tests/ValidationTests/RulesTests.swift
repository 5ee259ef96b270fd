import BillingModel
import Diagnostics
import Testing
import Validation

@Suite struct RulesTests {
  static let sample = """
    -- subscriptions.csv
    subscription_id,product_id,channel,storefront
    S-1,P-1,direct,partner-center
    """

  @Test func configuredSeveritiesAreApplied() throws {
    var settings = RuleSettings()
    settings.severities = SeveritySettings([.channelStorefront: .note])
    #expect(try Checking(Self.sample).findings.map(\.severity) == [.violation])
    #expect(try Checking(Self.sample, settings: settings).findings.map(\.severity) == [.note])
  }

  @Test func noDataIsNoFindings() throws {
    #expect(try Checking("").findings.isEmpty)
  }

  @Test func theSameDataGivesTheSameFindings() throws {
    let everything = Rules.documentation.map(\.bad).joined(separator: "\n")
    // The examples reuse ids, which a data set does not; only what is found in them is compared.
    let first = try Checking(everything.replacingTables()).findings
    let second = try Checking(everything.replacingTables()).findings
    #expect(!first.isEmpty)
    #expect(first == second)
  }
}

extension String {
  /// Numbers the files of an example, so that each table may come several times.
  fileprivate func replacingTables() -> String {
    var number = 0
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("-- ") else { return String(line) }
      number += 1
      return line.dropLast(4) + ".\(number).csv"
    }.joined(separator: "\n")
  }
}
