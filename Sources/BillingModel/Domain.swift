/// What a text column's texts are: two columns of one domain share a dictionary, so that an id has
/// the same code in both.
public enum Domain: Int, CaseIterable, Hashable, Sendable {
  case product
  case subscription
  case invoice
  case billingProfile
  /// People and groups: compared without regard to case.
  case party

  /// When two ids of the domain are the same.
  public var folding: TextDictionary.Folding {
    self == .party ? .caseless : .guid
  }
}

/// The tag of a text column that is typed by what its texts are.
public protocol TextDomain {}
/// Product ids.
public enum ProductID: TextDomain {}
/// Subscription ids.
public enum SubscriptionID: TextDomain {}
/// Invoice ids.
public enum InvoiceID: TextDomain {}
/// Billing profile ids.
public enum BillingProfileID: TextDomain {}
/// User principal names and group ids.
public enum PartyID: TextDomain {}
/// Free text: each column has a dictionary of its own.
public enum FreeText: TextDomain {}
