extension Renderer {
  /// Appends text that is finished.
  mutating func write(markup: String, at instruction: Int) throws(TemplateError) {
    output.append(contentsOf: markup.utf8)
    try checkOutput(at: instruction)
  }

  /// Appends a value as the page's escaping asks for.
  mutating func write(_ value: borrowing Value, at instruction: Int) throws(TemplateError) {
    switch value {
    case .nil, .empty, .blank: return
    case .text(let text): environment.escaping.append(text, to: &output)
    case .markup(let text): output.append(text.utf8Span.span)
    case .number(let number): output.append(decimal: number)
    case .list(let values):
      try step(values.count, in: frame.program.places[instruction])
      output.append(try printed(copy value, at: instruction).utf8Span.span)
    default: output.append(try printed(copy value, at: instruction).utf8Span.span)
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

extension [UInt8] {
  /// Appends bytes.
  mutating func append(_ bytes: borrowing Span<UInt8>) {
    // Unsafe: the bytes of the span are read within its bounds, during the call only.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the digits of a whole number.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
