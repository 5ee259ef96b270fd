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
    if finding.waiver != nil {
      waived += 1
    } else {
      counts[finding.severity, default: 0] += 1
    }
  }

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
