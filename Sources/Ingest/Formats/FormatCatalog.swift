import BillingModel
import Diagnostics
import UnicodeFolding

/// The formats that are known: those that come with billfold and those of the user.
public struct FormatCatalog: Sendable {
  /// All of them, by name.
  public let formats: [FormatMapping]
  private let keys: [FormatKeys]

  /// A format's fields by their keys.
  private struct FormatKeys: Sendable {
    let required: [Set<String>]
    let without: Set<String>
    let known: Set<String>
  }

  /// What a header is to a format.
  struct Match {
    let format: FormatMapping
    /// How many of the header's fields it knows.
    let known: Int
  }

  /// The formats that come with billfold.
  public static let builtIn = FormatCatalog([])

  /// The built-in formats, and those of a user, which take the place of any of the same name.
  public init(_ own: [FormatMapping]) {
    let names = Set(own.map(\.name))
    formats = (EmbeddedFormats.all.filter { !names.contains($0.name) } + own).sorted {
      $0.name.isBefore($1.name)
    }
    keys = formats.map { format in
      FormatKeys(
        required: format.recognise.map { Set($0.map(HeaderName.key)) },
        without: Set(format.without.map(HeaderName.key)),
        known: Set(
          (format.recognise.joined() + format.also + format.paths.map(\.name)).map(HeaderName.key)
            + format.paths.compactMap { $0.parts.first.map(HeaderName.key) }))
    }
  }

  /// Reads a user's mapping file, which is called `name`.yaml.
  public static func read(
    _ bytes: [UInt8], name: String
  ) -> (format: FormatMapping, problems: [FormatProblem]) {
    FormatMappingReader.read(bytes, name: name)
  }

  /// The format of that name.
  public func format(named name: String) -> FormatMapping? {
    formats.first { $0.name == name }
  }

  /// The format whose fields are all there and that knows most of the header; of equals the first.
  ///
  /// Members of nested objects stand in the header as `outer.inner`.
  func match(_ header: [String]) -> Match? {
    let fields = Set(header.map(HeaderName.key))
    var best: Match?
    for (index, keys) in keys.enumerated() {
      guard keys.required.allSatisfy({ !$0.isDisjoint(with: fields) }),
        keys.without.isDisjoint(with: fields)
      else { continue }
      let known = fields.intersection(keys.known).count
      if known > best?.known ?? 0 { best = Match(format: formats[index], known: known) }
    }
    return best
  }

  /// The format that comes nearest to a header that none recognises, and the fields it also needs.
  func nearest(_ header: [String]) -> (format: FormatMapping, absent: [String])? {
    let fields = Set(header.map(HeaderName.key))
    var best: (index: Int, present: Int)?
    for (index, keys) in keys.enumerated() {
      let present = keys.required.count { !$0.isDisjoint(with: fields) }
      if present > best?.present ?? 0 { best = (index, present) }
    }
    guard let best else { return nil }
    let absent = zip(formats[best.index].recognise, keys[best.index].required).compactMap {
      $1.isDisjoint(with: fields) ? $0.first : nil
    }
    return (formats[best.index], absent)
  }
}
