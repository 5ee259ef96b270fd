/// What is wrong with the command line.
enum UsageError: Error {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case valueMissing(String, String)
  case valueNotWanted(String)
  case badValue(String, String, expected: String, nearest: String?)
  case repeated(String)
  case operandMissing(String)
  case operandTooMany(String)
  case unknownName(kind: String, name: String, nearest: String?, known: [String] = [])

  /// The sentence, with the nearest word where there is one.
  var message: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "there is no command `\(name)`" + Self.suggestion(nearest, "")
    case .unknownOption(let name, let nearest):
      "there is no option `\(name)`" + Self.suggestion(nearest, "--")
    case .valueMissing(let name, let value): "\(name) needs a value: \(name) \(value)"
    case .valueNotWanted(let name): "\(name) takes no value"
    case .badValue(let name, let value, let expected, let nearest):
      "\(name) is \(expected), not `\(value)`" + Self.suggestion(nearest, "")
    case .repeated(let name): "\(name) stands there twice"
    case .operandMissing(let name): "\(name) is missing"
    case .operandTooMany(let word): "`\(word)` is one word too many"
    case .unknownName(let kind, let name, let nearest, let known):
      "there is no \(kind) `\(name)`"
        + (nearest == nil && !known.isEmpty
          ? "; there are \(known.joined(separator: ", "))" : Self.suggestion(nearest, ""))
    }
  }

  private static func suggestion(_ nearest: String?, _ prefix: String) -> String {
    nearest.map { "; did you mean `\(prefix)\($0)`?" } ?? ""
  }
}
