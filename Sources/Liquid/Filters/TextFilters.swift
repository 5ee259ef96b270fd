extension StandardFilters {
  static let text: [String: Filter] = [
    "append": Filter(1...1) { value, arguments throws(Problem) in
      try row([value, arguments[0]], arguments)
    },
    "capitalize": Filter { value, _ throws(Problem) in
      .text(try capitalized(value.asText()))
    },
    "downcase": Filter { value, _ throws(Problem) in .text(try value.asText().lowercased()) },
    "lstrip": Filter { value, _ throws(Problem) in
      try value.trimmed(start: true, end: false)
    },
    "newline_to_br": Filter(function: breaks),
    "prepend": Filter(1...1) { value, arguments throws(Problem) in
      try row([arguments[0], value], arguments)
    },
    "rstrip": Filter { value, _ throws(Problem) in
      try value.trimmed(start: false, end: true)
    },
    "slice": Filter(1...2, function: slice),
    "split": Filter(1...1, function: split),
    "strip": Filter { value, _ throws(Problem) in try value.trimmed(start: true, end: true) },
    "strip_html": Filter { value, _ throws(Problem) in
      .text(HTMLStripping.stripped(try value.asText()))
    },
    "strip_newlines": Filter { value, _ throws(Problem) in
      let lines = Lines.split(try value.asText()).joined()
      return value.isMarkup ? .markup(lines) : .text(lines)
    },
    "truncate": Filter(0...2, function: truncate),
    "truncatewords": Filter(0...2, function: truncateWords),
    "upcase": Filter { value, _ throws(Problem) in .text(try value.asText().uppercased()) },
  ]

  /// The pieces in a row. When one of them is markup, the others are escaped and so is the row.
  static func row(
    _ pieces: [Value], _ arguments: Arguments, glue: String = ""
  ) throws(Problem) -> Value {
    let isMarkup = pieces.contains(where: \.isMarkup)
    let glue = isMarkup ? arguments.escaping.escaped(glue) : glue
    var text = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 { text += glue }
      text += isMarkup ? try piece.escaped(arguments.escaping) : try piece.asText()
      guard text.utf8.count <= arguments.limits.outputBytes else {
        throw .tooLarge(arguments.limits.outputBytes)
      }
    }
    return isMarkup ? .markup(text) : .text(text)
  }

  private static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst().lowercased()
  }

  /// Line breaks as the page writes them: `<br />` in HTML, a hard break in Markdown.
  private static func breaks(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let lines = Lines.split(try value.asText())
    guard arguments.escaping != .none else { return .text(lines.joined(separator: "<br />\n")) }
    let isMarkdown = arguments.escaping == .markdownAndHTML
    let escaped = value.isMarkup ? lines : lines.map { arguments.escaping.escaped($0) }
    return .markup(escaped.joined(separator: isMarkdown ? "\\\n" : "<br />\n"))
  }

  private static func slice(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let offset = try arguments[0].wholeNumber()
    let length = arguments[1].isNil ? 1 : try arguments[1].wholeNumber()
    switch value {
    case .list:
      let items = LoopItems(value)
      let range = part(of: items.count, from: offset, length: length)
      guard range.count <= arguments.limits.steps else { throw .tooLarge(arguments.limits.steps) }
      return .list(range.map { items[$0] })
    default:
      let letters = Array(try value.asText().unicodeScalars)
      let range = part(of: letters.count, from: offset, length: length)
      return .text(String(String.UnicodeScalarView(letters[range])))
    }
  }

  /// The places from `offset` on (below 0 from the end); none when the offset is outside.
  private static func part(of count: Int, from offset: Int, length: Int) -> Range<Int> {
    let start = offset < 0 ? offset &+ count : offset
    guard (0...count).contains(start), length > 0 else { return 0..<0 }
    return start..<start + min(length, count - start)
  }

  private static func truncate(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    guard !value.isNil else { return .nil }
    let length = arguments.positional.isEmpty ? 50 : try arguments[0].wholeNumber()
    let ending = arguments.positional.count < 2 ? "..." : try arguments[1].asText()
    let text = try value.asText()
    guard text.unicodeScalars.count > length else { return value.isMarkup ? value : .text(text) }
    let kept = text.unicodeScalars.prefix(max(0, length - ending.unicodeScalars.count))
    return .text(String(kept) + ending)
  }

  private static func truncateWords(
    _ value: Value, _ arguments: Arguments
  ) throws(Problem) -> Value {
    guard !value.isNil else { return .nil }
    let count = arguments.positional.isEmpty ? 15 : max(1, try arguments[0].wholeNumber())
    let ending = arguments.positional.count < 2 ? "..." : try arguments[1].asText()
    let text = try value.asText()
    let words = text.utf8.split(whereSeparator: Lines.isSpace).prefix(
      count == Int.max ? count : count + 1)
    // White space behind the last word that is kept counts as one word more, as in the reference.
    let endsInSpace = words.count == count && text.utf8.last.map(Lines.isSpace) ?? false
    guard words.count > count || endsInSpace else { return value.isMarkup ? value : .text(text) }
    return .text(words.prefix(count).map { String($0) ?? "" }.joined(separator: " ") + ending)
  }
}
