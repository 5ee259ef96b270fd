/// How many findings there are of each severity. Waived findings are counted apart.
public struct FindingCounts: Hashable, Sendable {
  private var counts: [Severity: Int] = [:]
  /// How many findings are waived.
  public private(set) var waived = 0

  /// Counts findings.
  public init(_ findings: some Sequence<Finding> = []) {
    for finding in findings { add(finding) }
  }

  /// Counts one more.
  public mutating func add(_ finding: Finding) {
    add(finding.severity, isWaived: finding.waiver != nil)
  }

  /// Counts some more of a severity, or fewer when `count` is negative.
  public mutating func add(_ severity: Severity, isWaived: Bool, count: Int = 1) {
    guard !isWaived else {
      waived += count
      return
    }
    let sum = counts[severity, default: 0] + count
    counts[severity] = sum == 0 ? nil : sum
  }

  /// How many there are, waived ones too.
  public var total: Int { counts.values.reduce(waived, +) }

  /// How many are of a severity.
  public subscript(severity: Severity) -> Int { counts[severity] ?? 0 }

  /// The worst severity that occurs; nil without findings.
  public var worst: Severity? { counts.keys.max() }
}

extension FindingCounts: CustomStringConvertible {
  /// The counts as a sentence's part, worst first: `1 error, 12 violations; 2 waived`.
  public var description: String {
    let parts = Severity.allCases.reversed().filter { self[$0] > 0 }.map { severity in
      "\(self[severity]) \(severity.rawValue)\(self[severity] == 1 ? "" : "s")"
    }
    let counted = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    return waived == 0 ? counted : counted + "; \(waived) waived"
  }
}
