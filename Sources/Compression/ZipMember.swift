/// A member of a zip archive, as its directory describes it.
public struct ZipMember: Hashable, Sendable {
  /// What sort of thing a member is.
  public enum Kind: Hashable, Sendable {
    case file, folder, link, other
  }

  /// Its name, as it stands in the archive: `../` and `/` are only letters. `\` of
  /// Windows is given as `/`, bytes that are not UTF-8 as U+FFFD; empty when it has none.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// True when its bytes cannot be read without a password.
  public let isEncrypted: Bool
  /// How many bytes it says it has; nil when it does not say.
  public let count: Int?
}
