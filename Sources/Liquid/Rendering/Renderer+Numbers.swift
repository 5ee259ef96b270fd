// Ranges and the numbers of loops.
extension Renderer {
  mutating func range(_ number: Int32) throws(TemplateError) -> Value {
    let range = frame.program.tables.ranges[Int(number)]
    return .range(
      try bound(range.first, at: range.place), try bound(range.last, at: range.place))
  }

  /// The end of a range: a whole number; nil and text that is none count as 0.
  private mutating func bound(
    _ operand: Operand, at place: Range<Int32>
  ) throws(TemplateError) -> Int {
    let value = try value(of: operand)
    do throws(Problem) {
      // A literal may have decimals: they are cut. A variable with decimals is probably a mistake.
      if case .constant = operand { return try value.cutNumber() }
      if value.isNil || value.textOrNil != nil { return try value.cutNumber() }
      return try value.wholeNumber()
    } catch {
      throw frame.program.error(.problem(error, in: ".."), in: place)
    }
  }

  /// A whole number, or text that is one; nil when there is no operand or its value is nil.
  mutating func wholeNumber(
    _ operand: Operand?, at instruction: Int
  ) throws(TemplateError) -> Int? {
    try number(operand, at: instruction) { value throws(Problem) in try value.wholeNumber() }
  }

  /// A number without its decimals; nil when there is no operand or its value is nil.
  mutating func cutNumber(
    _ operand: Operand?, at instruction: Int
  ) throws(TemplateError) -> Int? {
    try number(operand, at: instruction) { value throws(Problem) in try value.cutNumber() }
  }

  private mutating func number(
    _ operand: Operand?, at instruction: Int, _ number: (Value) throws(Problem) -> Int
  ) throws(TemplateError) -> Int? {
    guard let operand else { return nil }
    let value = try value(of: operand)
    guard !value.isNil else { return nil }
    do throws(Problem) {
      return try number(value)
    } catch {
      let name = frame.program.text(at: instruction)
      throw frame.program.error(.problem(error, in: name), at: instruction)
    }
  }
}
