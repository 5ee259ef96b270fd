/// What one rule says about one place of the input: facts, no sentences.
///
/// The sentence is made by a printer from the rule's `RuleDocumentation`: its message template
/// number `variant`, with `facts` put into the braces.
public struct Finding: Hashable, Sendable {
  /// Which rule.
  public let rule: RuleID
  /// How bad, after the configuration.
  public var severity: Severity
  /// Where.
  public let location: SourceLocation
  /// What the finding is about.
  public let subject: Subject?
  /// The text found there, as read; nil where the finding is about something absent.
  public let value: String?
  /// Which of the rule's message templates tells it.
  public let variant: Int
  /// Named values for the message and the help.
  public let facts: [Fact]
  /// Who waived it and why; nil for a finding that counts.
  public var waiver: String?

  /// Makes a finding.
  public init(
    rule: RuleID, severity: Severity, location: SourceLocation, subject: Subject? = nil,
    value: String? = nil, variant: Int = 0, facts: [Fact] = [], waiver: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.subject = subject
    self.value = value
    self.variant = variant
    self.facts = facts
    self.waiver = waiver
  }
}

/// A place in an input file.
public struct SourceLocation: Hashable, Sendable {
  /// The file as the user knows it: relative to the input folder, with `/`.
  public let file: String
  /// The line from 1, where the field begins; nil for a finding about the whole file.
  public let line: Int?
  /// The column from 1, in UTF-8 bytes; nil for a finding about the whole file.
  public let column: Int?

  /// Makes a place.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// The thing that a finding is about.
public struct Subject: Hashable, Sendable {
  /// The kind of thing.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case file
    case record
    case product
    case subscription
    case license
    case user
    case group
    case billingProfile = "billing-profile"
    case invoice
    case invoiceLine = "invoice-line"
    case currency
    case waiver
  }

  /// The kind of thing.
  public let kind: Kind
  /// Its id: the key of its row, with `/` between the parts of a key.
  public let id: String

  /// Names a thing.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// A named value that a finding's message tells.
public struct Fact: Hashable, Sendable {
  /// The name that stands in the template's braces.
  public let name: String
  /// The value as text.
  public let value: String

  /// Makes a fact.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Finding {
  /// The total order of printed findings: file, line, column, rule, then subject and value.
  public static func isInPrintingOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.location.file != right.location.file {
      return left.location.file.isBefore(right.location.file)
    }
    let places = (left.location.line ?? 0, left.location.column ?? 0)
    let others = (right.location.line ?? 0, right.location.column ?? 0)
    if places != others { return places < others }
    if left.rule != right.rule { return left.rule < right.rule }
    return (left.subject?.id ?? "", left.value ?? "") < (right.subject?.id ?? "", right.value ?? "")
  }
}

extension String {
  /// Orders by Unicode code points (which is the order of the UTF-8 bytes), not by canonical form.
  public func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
