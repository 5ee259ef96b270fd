import Diagnostics

/// Why a cell cannot be used.
struct CellProblem: Hashable, Sendable {
  let rule: RuleID
  var variant = 0
  var facts: [Fact] = []
}
