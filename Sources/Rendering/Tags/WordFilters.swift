internal import Digests
internal import ExactNumbers
internal import Liquid
internal import Markup

extension SiteEnvironment {
  /// Named arguments that phrases may have.
  static let phraseArguments = [
    "amount", "column", "count", "date", "days", "file", "files", "first", "id", "last", "licenses",
    "name", "number", "page", "pages", "people", "place", "products", "rows", "table", "title",
    "total", "value",
  ]

  /// `t`: a phrase of the wording; `word`: a word of a column;
  /// `marked`: a sentence whose `code` becomes code; `markdown`: a text of Markdown; `slug`, `csv_cell`.
  static func wordFilters(_ wording: Wording) -> [String: Filter] {
    [
      "t": Filter(0...0, named: phraseArguments) { value, arguments throws(Problem) in
        guard case .text(let key) = value else {
          throw .wrongKind("something else", expected: "the key of a phrase in quotes")
        }
        return .text(phrase(key, wording, arguments))
      },
      "word": Filter(1...1) { value, arguments throws(Problem) in
        guard case .text(let column) = arguments[0] else {
          throw .wrongKind("something else", expected: "the name of a column in quotes")
        }
        guard case .text(let word) = value else { return missing(wording, arguments.escaping) }
        return .text(cells(wording).word(word, column: column))
      },
      "marked": Filter { value, arguments throws(Problem) in
        guard case .text(let text) = value, arguments.escaping == .html else { return value }
        return .markup(MarkedText.html(text))
      },
      "markdown": Filter { value, arguments throws(Problem) in
        guard case .text(let text) = value else { return value }
        return .markup(try markdown(text, arguments.escaping))
      },
      "slug": Filter { value, _ throws(Problem) in
        guard case .text(let id) = value else { return value }
        return .text(Slug.of(id))
      },
      "csv_cell": Filter { value, _ throws(Problem) in
        guard case .text(let text) = value else { return value }
        return .text(csvCell(text))
      },
    ]
  }

  /// A text of Markdown as the page takes it; HTML in it is left out.
  private static func markdown(_ text: String, _ escaping: Escaping) throws(Problem) -> String {
    guard escaping == .html else { return text }
    do throws(MarkupError) {
      return try MarkdownDocument(parsing: text).html()
    } catch {
      throw .other("there is not enough memory for this text")
    }
  }

  private static func phrase(_ key: String, _ wording: Wording, _ arguments: Arguments) -> String {
    var count: Int?
    var texts: [(String, String)] = []
    for (name, value) in arguments.named {
      if name == "count", case .number(let number) = value { count = number }
      texts.append((name, text(value, wording)))
    }
    return wording.text(key, texts, count: count)
  }

  /// A value inside a phrase.
  private static func text(_ value: Value, _ wording: Wording) -> String {
    switch value {
    case .number(let number): cells(wording).numbers.text(number)
    case .decimal(let number): cells(wording).numbers.text(number)
    case .money(let money): cells(wording).amount(money)
    case .moneyBag(let bag):
      bag.all.map { cells(wording).amount($0) }.joined(separator: ", ")
    case .date(let date): wording.dates.text(date)
    case .text(let text): text
    default: "–"
    }
  }

  /// A cell of CSV that no program takes for a formula.
  private static func csvCell(_ text: String) -> String {
    let risky = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let plain = risky ? "'" + text : text
    guard plain.unicodeScalars.contains(where: { ",\"\n\r;".unicodeScalars.contains($0) }) else {
      return plain
    }
    let quoted = plain.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"" + quoted + "\""
  }
}
