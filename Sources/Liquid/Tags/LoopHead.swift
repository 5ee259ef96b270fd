/// The first part of a loop: `item in collection`.
struct LoopHead {
  let variable: String
  let collection: Expression
  let name: String

  /// The head of a loop with what follows the collection; nil after an error.
  static func parse(
    _ parser: inout Parser, _ opening: Segment, of tag: String
  ) throws(TemplateError) -> (LoopHead, LoopParameters)? {
    try parser.attempt(in: opening) { parser throws(TemplateError) in
      var expressions = try parser.expressions(opening)
      let head = try parse(&expressions)
      return (head, try LoopParameters.parse(&expressions, of: tag))
    }
  }

  private static func parse(
    _ expressions: inout ExpressionParser
  ) throws(TemplateError) -> LoopHead {
    let variable = try expressions.name("the name of a variable")
    guard expressions.takeWord("in") else { throw expressions.unexpected("'in'") }
    let start = expressions.position
    let collection = try expressions.expression()
    let words = expressions.tokens[start..<expressions.position].map {
      expressions.source.text($0.range)
    }
    return LoopHead(
      variable: variable, collection: collection, name: variable + "-" + words.joined())
  }
}

/// What may follow the collection of a loop.
struct LoopParameters: Sendable {
  var offset: Expression?
  var limit: Expression?
  var columns: Expression?
  var isReversed = false
  /// `offset: continue`.
  var continues = false

  static func parse(
    _ expressions: inout ExpressionParser, of tag: String
  ) throws(TemplateError) -> LoopParameters {
    var parameters = LoopParameters()
    while !expressions.isAtEnd {
      if expressions.take(.comma) { continue }
      if tag == "for", expressions.takeWord("reversed") {
        parameters.isReversed = true
      } else {
        try parameters.parseNamed(&expressions, of: tag)
      }
    }
    return parameters
  }

  private mutating func parseNamed(
    _ expressions: inout ExpressionParser, of tag: String
  ) throws(TemplateError) {
    let range = expressions.token.range
    let names = tag == "for" ? ["limit", "offset", "reversed"] : ["cols", "limit", "offset"]
    let name = try expressions.name("'limit:' or 'offset:'")
    guard names.contains(name), name != "reversed" else {
      let near = NearName.of(name, among: names)
      throw expressions.source.error(
        .unknownArgument(name, of: tag, suggestion: near), at: range)
    }
    try expressions.require(.colon, "':'")
    if tag == "for", name == "offset", expressions.takeWord("continue") {
      continues = true
      return
    }
    let value = try expressions.expression()
    switch name {
    case "limit": limit = value
    case "cols": columns = value
    default:
      offset = value
      continues = false
    }
  }
}

extension Compiler {
  /// Adds a loop to its table.
  mutating func loop(
    _ variable: String, _ collection: Expression, _ name: String, _ parameters: LoopParameters
  ) -> Int32 {
    let loop = ProgramLoop(
      variable: variable, name: name, collection: operand(collection),
      offset: operand(parameters.offset), limit: operand(parameters.limit),
      columns: operand(parameters.columns), isReversed: parameters.isReversed,
      continues: parameters.continues)
    if loop.continues { tables.remembersOffsets = true }
    tables.loops.append(loop)
    return Int32(tables.loops.count - 1)
  }
}
