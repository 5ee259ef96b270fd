import BillingModel
import UnicodeFolding

/// What the fields of a file are: those of one of our tables, or of a vendor's export.
enum FormatChoice {
  case own(Recognition)
  case mapped(FormatMapping)

  /// Chooses by the names of the fields, unless the user says the format.
  ///
  /// A vendor's format is chosen when it knows more of the fields than our own table does, or when
  /// no table has all it needs. Members of nested objects stand in `nested` as `outer.inner`.
  static func choose(
    _ names: [String], nested: [String] = [], _ options: ReadingOptions
  ) -> FormatChoice {
    if let name = options.format, let format = options.formats.format(named: name) {
      return .mapped(format)
    }
    let own = Recognition.recognise(names)
    guard options.format == nil, let match = options.formats.match(names + nested) else {
      return .own(own)
    }
    let isOwn = own.table != nil && own.missing.isEmpty && own.given.count >= match.known
    return isOwn ? .own(own) : .mapped(match.format)
  }

  /// Why it was chosen, or what comes nearest, in words.
  func reason(_ names: [String], nested: [String] = [], _ options: ReadingOptions) -> String {
    switch self {
    case .own(let own):
      guard let table = own.table else { return Self.nearest(names + nested, options) }
      let known = "\(own.given.count) of \(names.count) columns are those of \(table.rawValue)"
      return own.missing.isEmpty
        ? known : known + ", of which \(own.missing.joined(separator: ", ")) is missing"
    case .mapped(let format):
      if options.format != nil { return "the configuration says \(format.name)" }
      let fields = Set((names + nested).map(HeaderName.key))
      let has = format.recognise.compactMap { spellings in
        spellings.first { fields.contains(HeaderName.key($0)) }
      }
      return "it has \(has.joined(separator: ", "))"
    }
  }

  private static func nearest(_ names: [String], _ options: ReadingOptions) -> String {
    guard let (format, absent) = options.formats.nearest(names) else {
      return "no table or format has any of the columns that it needs"
    }
    return "nearest is \(format.name), which also needs \(absent.joined(separator: ", "))"
  }

  /// How many of the fields are known.
  static func knownFields(_ names: [String], _ options: ReadingOptions) -> Int {
    let own = Recognition.recognise(names)
    return max(
      own.table == nil ? 0 : own.given.count, options.formats.match(names)?.known ?? 0)
  }
}
