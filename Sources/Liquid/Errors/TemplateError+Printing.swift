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
    return """
      \(template):\(line):\(column): error: \(message)
      \(margin)\(number) | \(excerpt)
      \(gap) | \(indent)\(String(repeating: "^", count: width))
      """ + (help.map { "\n  help: \($0)" } ?? "")
  }

  /// The message alone, without place.
  public var message: String { kind.description }

  /// Blanks up to the column, with tabs where the line has tabs, one for each character.
  private var indent: String {
    let before = excerpt.utf8.prefix(column - 1)
    return String(decoding: before, as: UTF8.self).unicodeScalars.reduce(into: "") {
      $0 += $1 == "\t" ? "\t" : " "
    }
  }

  /// How many carets: one for each character that is meant, within the line.
  private var width: Int {
    let marked = excerpt.utf8.dropFirst(column - 1).prefix(length)
    return max(1, String(decoding: marked, as: UTF8.self).unicodeScalars.count)
  }
}

extension TemplateError.Kind: CustomStringConvertible {
  /// The message in English, one clause without a full stop.
  public var description: String {
    switch self {
    case .unknownTag(let name, let near): "unknown tag '\(name)'" + Self.hint(near)
    case .unknownFilter(let name, let near): "unknown filter '\(name)'" + Self.hint(near)
    case .unknownVariable(let name, let near): "unknown variable '\(name)'" + Self.hint(near)
    case .unknownProperty(let name, let near): "unknown property '\(name)'" + Self.hint(near)
    case .unknownArgument(let name, let owner, let near):
      "'\(owner)' takes no argument '\(name)'" + Self.hint(near)
    case .unknownPartial(let name): "there is no template '\(name)'"
    case .argumentCount(let count, let owner, let allowed):
      "'\(owner)' takes \(Self.count(allowed)), not \(count)"
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
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
    case .numberOutOfRange(let text): "the number \(text) is out of range"
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
