/// Which form of a word a whole number takes: `one`, `few` or `other`.
struct PluralRule: Sendable {
  private enum Kind: Sendable {
    case one
    case zeroAndOne
    case none
    case czech
    case polish
    case eastSlavic
  }

  private let kind: Kind

  init(_ language: String) {
    kind =
      switch String(language.prefix { $0 != "-" }) {
      case "fr", "pt": .zeroAndOne
      case "zh", "ja", "ko", "th", "vi", "id": .none
      case "cs", "sk": .czech
      case "pl": .polish
      case "ru", "uk", "hr", "sr", "bs": .eastSlavic
      default: .one
      }
  }

  func form(_ count: Int) -> String {
    let size = count.magnitude
    return switch kind {
    case .one: size == 1 ? "one" : "other"
    case .zeroAndOne: size < 2 ? "one" : "other"
    case .none: "other"
    case .czech: size == 1 ? "one" : ((2...4).contains(size) ? "few" : "other")
    case .polish: size == 1 ? "one" : (Self.endsInFew(size) ? "few" : "other")
    case .eastSlavic:
      size % 10 == 1 && size % 100 != 11 ? "one" : (Self.endsInFew(size) ? "few" : "other")
    }
  }

  private static func endsInFew(_ size: UInt) -> Bool {
    (2...4).contains(size % 10) && !(12...14).contains(size % 100)
  }
}
