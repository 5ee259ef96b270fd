extension TemplateError: CustomStringConvertible {
  /// The error as compilers print it: place and message, the line, carets below, and what to do where
  /// the message does not say it.
  ///
  /// ```
  /// layout.html:12:4: error: unknown tag 'fro' (did you mean 'for'?)
  ///    12 | {% fro x in rows %}
  ///       |    ^^^
  /// ```
  public var description: String {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    let gap = String(repeating: " ", count: margin.utf8.count + number.utf8.count)
    let shown = shown
    return """
      \(template):\(line):\(column): error: \(message)
      \(margin)\(number) | \(shown.line)
      \(gap) | \(shown.carets)
      """ + (help.map { "\n  help: \($0)" } ?? "")
  }

  /// The message alone, without place.
  public var message: String { kind.description }

  /// The line, and carets below what is meant, one for each character. Of a long line it is the part
  /// around that.
  public var shown: (line: String, carets: String) {
    let bytes = Array(excerpt.utf8)
    let place = min(column - 1, bytes.count)
    var (start, end) = (0, bytes.count)
    if bytes.count > Self.longLine {
      start = Self.beginning(max(0, place - Self.longLine / 2), bytes)
      end = Self.beginning(min(bytes.count, start + Self.longLine), bytes)
    }
    let before = String(decoding: bytes[start..<place], as: UTF8.self)
    let marked = String(decoding: bytes[place..<min(end, place + length)], as: UTF8.self)
    let indent = before.unicodeScalars.map { $0 == "\t" ? "\t" : " " }.joined()
    let carets = String(repeating: "^", count: max(1, marked.unicodeScalars.count))
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    return (
      (start > 0 ? "…" : "") + line + (end < bytes.count ? "…" : ""),
      (start > 0 ? " " : "") + indent + carets
    )
  }

  /// More bytes of a line are not shown.
  private static let longLine = 400

  /// Where the character of a byte begins.
  private static func beginning(_ index: Int, _ bytes: [UInt8]) -> Int {
    var index = index
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}

extension TemplateError.Kind: CustomStringConvertible {
  /// The message in English, one clause without a full stop.
  public var description: String {
    switch self {
    case .unknownTag(let name, let near): "unknown tag '\(Self.short(name))'" + Self.hint(near)
    case .unknownFilter(let name, let near):
      "unknown filter '\(Self.short(name))'" + Self.hint(near)
    case .unknownVariable(let name, let near):
      "unknown variable '\(Self.short(name))'" + Self.hint(near)
    case .unknownProperty(let name, let near):
      "unknown property '\(Self.short(name))'" + Self.hint(near)
    case .unknownArgument(let name, let owner, let near):
      "'\(owner)' takes no argument '\(Self.short(name))'" + Self.hint(near)
    case .unknownPartial(let name): "there is no template '\(Self.short(name))'"
    case .argumentCount(let count, let owner, let allowed):
      "'\(owner)' takes \(Self.count(allowed)), not \(count)"
    case .unexpected(let found, let expected): "expected \(expected), found \(Self.short(found))"
    case .unexpectedCharacter(let character): "unexpected character '\(character)'"
    case .unclosedQuote: "text without a closing quote"
    case .unclosedMarkup(let opening, let closing): "'\(opening)' is not closed by '\(closing)'"
    case .unclosedBlock(let name, let end): "'\(name)' is not closed by '\(end)'"
    case .misplacedTag(let name, let block):
      if let block {
        "'\(name)' inside '\(block)', which ends with 'end\(block)'"
      } else {
        "'\(name)' without a block that it could belong to"
      }
    case .numberOutOfRange(let text): "the number \(Self.short(text)) is out of range"
    case .commentLine: "each line of this comment begins with '#'"
    case .includeInRender: "'include' cannot be used in a partial that 'render' runs"
    case .problem(let problem, let place): "'\(place)': \(problem)"
    case .tooManyErrors(let limit):
      "more errors than the limit of \(limit); the rest of the template was not read"
    case .nestedTooDeep(let limit): "nested deeper than the limit of \(limit)"
    case .tooManySteps(let limit): "more work than the limit of \(limit) steps"
    case .tooMuchOutput(let limit): "more output than the limit of \(limit) bytes"
    }
  }

  /// The beginning of a long word; what stands in quotes stays in them.
  private static func short(_ word: String) -> String {
    guard word.unicodeScalars.count > 100 else { return word }
    let beginning = String(word.unicodeScalars.prefix(99)) + "…"
    return word.hasPrefix("'") && word.hasSuffix("'") ? beginning + "'" : beginning
  }

  private static func hint(_ near: String?) -> String {
    near.map { " (did you mean '\($0)'?)" } ?? ""
  }

  private static func count(_ allowed: ClosedRange<Int>) -> String {
    if allowed.upperBound == 0 { return "no argument" }
    let most = "\(allowed.upperBound) argument\(allowed.upperBound == 1 ? "" : "s")"
    if allowed.upperBound == Int.max { return "at least \(allowed.lowerBound)" }
    if allowed.lowerBound == allowed.upperBound { return most }
    return allowed.lowerBound == 0 ? "at most \(most)" : "\(allowed.lowerBound) to \(most)"
  }
}
