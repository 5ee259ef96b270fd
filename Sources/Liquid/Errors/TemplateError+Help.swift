extension TemplateError {
  /// What to do about the error, one sentence without a full stop; nil where the message says it.
  public var help: String? { kind.help }
}

extension TemplateError.Kind {
  fileprivate var help: String? {
    switch self {
    case .unclosedBlock(let name, let end): "write {% \(end) %} where the '\(name)' ends"
    case .unclosedMarkup(let opening, let closing):
      "write \(closing) where it ends; \(opening) as plain text stands between {% raw %} and {% endraw %}"
    case .unclosedQuote: "text ends with the quote that it begins with, ' or \""
    case .misplacedTag(_, let block?):
      "write {% end\(block) %} before it, or remove it"
    case .misplacedTag(let name, nil): Self.help(misplaced: name)
    case .unexpected("'='", _): "write == to compare; = stands in {% assign %} only"
    case .unexpectedCharacter("&"): "write 'and' between two conditions"
    case .unexpectedCharacter("!"): "write != for 'is not', or use {% unless %}"
    case .unexpectedCharacter("+"), .unexpectedCharacter("*"), .unexpectedCharacter("/"),
      .unexpectedCharacter("%"):
      "calculate with filters: plus, minus, times, divided_by, modulo"
    case .includeInRender: "use 'render', and hand it the values that it needs"
    case .numberOutOfRange: "whole numbers have at most 18 digits, decimals 18 after the mark"
    default: nil
    }
  }

  private static func help(misplaced name: String) -> String {
    guard name.hasPrefix("end") else {
      return "remove it, or write the block's first tag before it"
    }
    return "remove it, or write {% \(name.dropFirst(3)) %} before it"
  }
}
