extension TemplateWalk {
  /// What is known of a value.
  mutating func shape(of expression: Expression) -> ValueShape {
    switch expression {
    case .literal(.nil): return .unknown
    case .literal: return .plain
    case .path(let path): return shape(of: path)
    case .range(let first, let last, _):
      _ = shape(of: first)
      _ = shape(of: last)
      return .list(.plain)
    }
  }

  /// The same of a value that may be missing.
  mutating func shape(of expression: Expression?) -> ValueShape {
    expression.map { shape(of: $0) } ?? .unknown
  }

  /// What is known of a value behind its filters, each of which is noted.
  mutating func shape(of expression: FilteredExpression) -> ValueShape {
    var shape: ValueShape
    if case .path(let path) = expression.base, expression.calls.first?.name == "default" {
      shape = self.shape(of: path, isJudged: false)
    } else {
      shape = self.shape(of: expression.base)
    }
    for (index, call) in expression.calls.enumerated() {
      let text = index == 0 ? expression.base.text : nil
      let place = place(of: text, in: expression.range, or: call.range)
      let input = TemplateCall.Argument(text: text, shape: shape, place: place)
      let rest = call.range.lowerBound..<expression.range.upperBound
      note(call.name, input, call.arguments, in: rest, at: call.range)
      shape = shape.filtered(by: call.name)
    }
    return shape
  }

  mutating func read(_ condition: Condition) {
    for test in condition.tests {
      _ = shape(of: test.left)
      _ = shape(of: test.right)
    }
  }

  /// Notes a tag of the program, whose arguments stand behind its name.
  mutating func note(_ tag: ProgramTagNode) {
    note(tag.name, nil, tag.arguments, in: markup(from: tag.range), at: tag.range)
  }

  private mutating func note(
    _ name: String, _ input: TemplateCall.Argument?, _ arguments: ArgumentExpressions,
    in range: Range<Int>, at place: Range<Int>
  ) {
    var positional: [TemplateCall.Argument] = []
    for expression in arguments.positional {
      positional.append(argument(expression, in: range, or: place))
    }
    var named: [String: TemplateCall.Argument] = [:]
    for (name, expression) in arguments.named {
      named[name] = argument(expression, in: range, or: place)
    }
    note(TemplateCall(name: name, input: input, positional: positional, named: named))
  }

  private mutating func argument(
    _ expression: Expression, in range: Range<Int>, or place: Range<Int>
  ) -> TemplateCall.Argument {
    TemplateCall.Argument(
      text: expression.text, shape: shape(of: expression),
      place: self.place(of: expression.text, in: range, or: place))
  }
}

// Places.
extension TemplateWalk {
  /// Where a text in quotes stands in a part of the template; the other place without one.
  func place(of text: String?, in range: Range<Int>, or other: Range<Int>) -> TemplatePlace {
    guard let text else { return TemplatePlace(source: source, range: other) }
    do throws(TemplateError) {
      let tokens = try TokenLexer.tokens(of: range, in: source)
      let token = tokens.first { $0.kind == .text(text) }
      return TemplatePlace(source: source, range: token?.range ?? other)
    } catch {
      return TemplatePlace(source: source, range: other)
    }
  }

  /// From a tag's name to the end of the tag.
  func markup(from name: Range<Int>) -> Range<Int> {
    var end = name.upperBound
    while end + 1 < source.bytes.count {
      if source.bytes[end] == UInt8(ascii: "%"), source.bytes[end + 1] == UInt8(ascii: "}") {
        break
      }
      end += 1
    }
    // A `-` before the end belongs to the braces.
    let isTrimmed = end > name.upperBound && source.bytes[end - 1] == UInt8(ascii: "-")
    return name.upperBound..<(isTrimmed ? end - 1 : end)
  }
}

extension Expression {
  /// The text of a literal in quotes.
  var text: String? {
    if case .literal(.text(let text)) = self { text } else { nil }
  }
}
