extension Renderer {
  /// Appends text of the template.
  @inline(__always)
  mutating func writeText(
    _ bytes: borrowing Span<UInt8>, _ from: Int32, _ to: Int32, at place: Int
  ) throws(TemplateError) {
    try step(at: place)
    output.append(bytes, from: Int(from), count: Int(to - from))
    try checkOutput(at: place)
  }

  /// Appends text that is finished.
  mutating func write(markup: String, at instruction: Int) throws(TemplateError) {
    output.append(markup)
    try checkOutput(at: instruction)
  }

  /// Appends a value as the page's escaping asks for.
  mutating func write(_ value: borrowing Value, at instruction: Int) throws(TemplateError) {
    switch value {
    case .nil, .empty, .blank: return
    case .text(let text): environment.escaping.append(text, to: &output)
    case .markup(let text): output.append(text)
    case .number(let number): output.append(decimal: number)
    case .list(let values):
      try step(values.count, in: frame.program.places[instruction])
      output.append(try printed(copy value, at: instruction))
    default: output.append(try printed(copy value, at: instruction))
    }
    try checkOutput(at: instruction)
  }

  /// A value that is neither text nor a whole number, as the page prints it.
  private func printed(_ value: Value, at instruction: Int) throws(TemplateError) -> String {
    if let text = value.scalarText { return text }
    do throws(Problem) {
      return try value.joined(by: "", escaping: environment.escaping)
    } catch {
      throw frame.program.error(.problem(error, in: "output"), at: instruction)
    }
  }

  /// Prints what an `ifchanged` has, if it is not what the last one had.
  mutating func endChanged(at instruction: Int) throws(TemplateError) {
    let text = endCapture()
    guard text != scope.lastChanged else { return }
    scope.lastChanged = text
    try write(markup: text, at: instruction)
  }
}
