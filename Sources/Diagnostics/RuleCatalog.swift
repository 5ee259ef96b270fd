/// The documentation of all rules of a run, by rule: those of reading and those of the domain.
public struct RuleCatalog: Sendable {
  /// The documentation in the order of the rules' ids.
  public let all: [RuleDocumentation]
  private let places: [RuleID: Int]

  /// Collects documentation. A rule that is documented twice keeps the first.
  public init(_ documentation: [RuleDocumentation]) {
    var known: Set<RuleID> = []
    all = documentation.filter { known.insert($0.id).inserted }.sorted { $0.id < $1.id }
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
  }

  /// What a rule says about itself; nil when the catalog does not have it.
  public subscript(rule: RuleID) -> RuleDocumentation? {
    places[rule].map { all[$0] }
  }

  /// The sentence of a finding; the rule's name where the catalog does not have it.
  public func message(of finding: Finding) -> String {
    guard let place = places[finding.rule] else { return finding.rule.rawValue }
    return all.span[place].message(of: finding)
  }

  /// What to do about a finding; empty where the catalog does not have the rule.
  public func help(of finding: Finding) -> String {
    guard let place = places[finding.rule] else { return "" }
    return all.span[place].help(of: finding)
  }

  /// The rule whose name is nearest to a mistyped one; nil when none is near.
  public func suggestion(for name: String) -> RuleID? {
    NearMiss.suggestion(for: name, among: all.map(\.id.rawValue)).map { RuleID($0) }
  }
}
