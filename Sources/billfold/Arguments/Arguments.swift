import Diagnostics

/// What stands on the command line after the command's name.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// The last value given to an option; nil when it was not given.
  subscript(name: String) -> String? { values[name]?.last }

  /// All values given to an option.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// True when the option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The same without the first operand.
  var droppingFirstOperand: Arguments {
    var result = self
    result.operands = Array(operands.dropFirst())
    return result
  }

  /// Takes the words apart: GNU style, `--` ends the options.
  init(_ words: [String], options: [Option]) throws(UsageError) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2), &rest, options)
      } else {
        try takeShort(word.dropFirst(), &rest, options)
      }
    }
  }

  private mutating func takeLong(
    _ text: Substring, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let option = options.first(where: { $0.name == name }) else {
      throw UsageError.unknownOption(
        "--\(name)", nearest: NearMiss.suggestion(for: name, among: options.map(\.name)))
    }
    guard option.value != nil else {
      guard parts.count == 1 else { throw .valueNotWanted("--\(name)") }
      try add("", option)
      return
    }
    if parts.count == 2 {
      try add(String(parts[1]), option)
    } else if let value = rest.popFirst() {
      try add(value, option)
    } else {
      throw .valueMissing("--\(name)", option.value ?? "")
    }
  }

  private mutating func takeShort(
    _ text: Substring, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(UsageError) {
    guard let letter = text.first, let option = options.first(where: { $0.letter == letter })
    else {
      throw .unknownOption("-\(text)", nearest: nil)
    }
    let attached = text.dropFirst()
    guard option.value != nil else {
      try add("", option)
      if !attached.isEmpty { try takeShort(attached, &rest, options) }
      return
    }
    if !attached.isEmpty {
      try add(String(attached), option)
    } else if let value = rest.popFirst() {
      try add(value, option)
    } else {
      throw .valueMissing("-\(letter)", option.value ?? "")
    }
  }

  private mutating func add(_ value: String, _ option: Option) throws(UsageError) {
    if let words = option.words, !words.contains(value) {
      throw .badValue(
        "--\(option.name)", value, expected: words.joined(separator: ", "),
        nearest: NearMiss.suggestion(for: value, among: words))
    }
    guard option.isRepeatable || values[option.name] == nil else {
      throw .repeated("--\(option.name)")
    }
    values[option.name, default: []].append(value)
  }
}
