import BillingModel
import UnicodeFolding
import YAMLReading

/// Other names of our columns by table, and of the words in them, in several languages.
///
/// `headers.yaml` is their list. Names are matched by `HeaderName.key`.
enum HeaderAliases {
  /// The place of the column in its table that each other name means.
  static let columns: [TableID: [String: Int]] = {
    var result: [TableID: [String: Int]] = [:]
    for table in list["headers"]?.entries ?? [] {
      guard let id = TableID(rawValue: table.key) else { continue }
      for column in table.value.entries ?? [] {
        guard let place = id.schema.index(of: column.key) else { continue }
        for name in column.value.elements?.compactMap(\.text) ?? [] {
          result[id, default: [:]][HeaderName.key(name)] = place
        }
      }
    }
    return result
  }()

  /// The word of the schema that each other word of a column means.
  static let words: [String: [String: String]] = {
    var result: [String: [String: String]] = [:]
    for column in list["words"]?.entries ?? [] {
      for word in column.value.entries ?? [] {
        for name in word.value.elements?.compactMap(\.text) ?? [] {
          result[column.key, default: [:]][HeaderName.key(name)] = word.key
        }
      }
    }
    return result
  }()

  /// The word of the schema that a text in a column means; nil when it is no other word for one.
  static func word(_ text: String, column: String) -> String? {
    words[column]?[HeaderName.key(text)]
  }

  private static let list: YAMLNode = {
    let bytes = EmbeddedFormats.bytes(of: "headers.yaml")
    do {
      return try YAMLNode(parsing: bytes)
    } catch {
      preconditionFailure("the list of other names that comes with billfold is YAML: \(error)")
    }
  }()
}
