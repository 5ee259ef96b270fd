import Liquid

extension Value {
  /// The same value with lists and records of its own, where those of JSON are places in a tree.
  var plain: Value {
    switch self {
    case .list(let values): .list(values.map(\.plain))
    case .record(let record): .record(record.plain)
    default: self
    }
  }

  /// The field of that name; nil when the value is no record or lacks it.
  func field(_ name: String) -> Value? {
    guard case .record(let record) = self else { return nil }
    return record[name]
  }

  /// The text of a text value.
  var plainText: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}

extension Record {
  /// The same record with values of its own.
  var plain: Record { Record(keys.indices.map { (keys[$0], value(at: $0).plain) }) }
}
