import Diagnostics

/// Values by text, in any case: what a mapping says about the texts of a field.
struct TextChoice<Value: Sendable>: Sendable {
  /// Of more texts than this none is looked at one by one.
  private static var fewTexts: Int { 16 }

  private let byText: [String: Value]
  private let few: [(text: [UInt8], value: Value)]

  /// The texts are lower-cased.
  init(_ byText: [String: Value]) {
    self.byText = byText
    few =
      byText.count > Self.fewTexts
      ? [] : byText.map { (Array($0.key.utf8), $0.value) }
  }

  /// True when it has no text.
  var isEmpty: Bool { byText.isEmpty }

  /// The values in the order of their texts.
  var values: [Value] { byText.sorted { $0.key.isBefore($1.key) }.map(\.value) }

  /// The value of a text; nil when there is none. Without a text being made where that is possible: it
  /// is asked for each record.
  func value(of text: Span<UInt8>) -> Value? {
    guard byText.count <= Self.fewTexts, !UnsafeCells.hasHighBytes(text) else {
      return byText[String(decoding: text.copied, as: UTF8.self).lowercased()]
    }
    for (lowercased, value) in few where text.equalsIgnoringCase(lowercased.span) {
      return value
    }
    return nil
  }

  /// The same texts with other values.
  func map<Other>(_ transform: (Value) -> Other) -> TextChoice<Other> {
    TextChoice<Other>(byText.mapValues(transform))
  }
}
