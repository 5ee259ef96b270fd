/// How bad a finding is. It orders findings and sets exit codes; it never moves a row.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// Worth knowing.
  case note
  /// Suspicious.
  case warning
  /// A domain rule is broken; the row stays in the reports and is marked.
  case violation
  /// The row cannot be used; it is in quarantine.
  case error
}

extension Severity: Comparable {
  /// Orders from note to error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .violation: 2
    case .error: 3
    }
  }
}
