/// The texts of one domain of a data set, to which nothing is added any more.
///
/// A class because columns, tables and reports refer to the same texts: none is to copy them to read one.
public final class FinishedTexts: Sendable {
  private let texts: TextDictionary

  init(_ texts: TextDictionary) {
    self.texts = texts
  }

  /// How many texts there are; codes are below it.
  public var count: Int { texts.count }

  /// The text of a code, as first spelled.
  public func text(of code: Int) -> String { texts.text(of: code) }

  /// The text of a code with case folded as texts of the domain are compared.
  public func key(of code: Int) -> String { texts.key(of: code) }

  /// The code of a text; nil when it is not there.
  public func code(of text: String) -> Int? { texts.code(of: text) }
}
