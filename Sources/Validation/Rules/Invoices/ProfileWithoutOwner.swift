import BillingModel
public import Diagnostics

extension RuleID {
  /// A billing profile that nobody owns.
  public static let profileWithoutOwner = RuleID("profile-without-owner")
}

extension Rule {
  static let profileWithoutOwner = Rule(
    .profileWithoutOwner, .warning,
    title: "billing profile without an owner",
    reason: """
      Only an owner grants roles on a billing profile. Without one nobody can let a colleague see \
      or pay its invoices.
      """,
    source: "R57",
    messages: ["billing profile {name} has no owner"],
    help: "let a billing account owner grant the role of owner to somebody",
    bad: """
      -- billing_profiles.csv
      billing_profile_id,name
      BP-1,Contoso Sweden
      -- billing_profile_roles.csv
      billing_profile_id,user_principal_name,role
      BP-1,ana@contoso.example,reader
      """,
    good: """
      -- billing_profiles.csv
      billing_profile_id,name
      BP-1,Contoso Sweden
      -- billing_profile_roles.csv
      billing_profile_id,user_principal_name,role
      BP-1,ana@contoso.example,owner
      """
  ) { context, findings in
    guard context.data.isGiven(.billingProfileRoles) else { return }
    let (profiles, roles) = (context.data.billingProfiles, context.data.billingProfileRoles)
    let (owned, words) = (roles.billingProfileID, roles.role)
    var hasOwner: Set<Int> = []
    for row in roles.rows where words[row] == .owner {
      if let code = owned.code(row) { hasOwner.insert(code) }
    }
    let (ids, names) = (profiles.billingProfileID, profiles.name)
    for row in profiles.rows {
      guard let code = ids.code(row), !hasOwner.contains(code) else { continue }
      findings.add(
        .billingProfiles, row, "billing_profile_id", facts: [("name", names[row] ?? "")])
    }
  }
}
