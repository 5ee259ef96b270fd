// Filters and tags of the program that renders.
extension Renderer {
  /// Puts the value at hand through a filter.
  mutating func filter(by number: Int32, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    let program = frame.program
    let call = program.tables.calls[Int(number)]
    guard let filter = call.filter else { return }
    let arguments = try arguments(call.arguments)
    do throws(Problem) {
      value = try filter.function(value, arguments)
    } catch {
      throw program.error(.problem(error, in: call.name), at: instruction)
    }
    try charge(call.name, at: instruction)
  }

  /// Counts what a filter made, so that doubling a text or list again and again ends.
  private mutating func charge(_ name: String, at instruction: Int) throws(TemplateError) {
    switch value {
    case .text(let text), .markup(let text):
      guard text.utf8.count <= environment.limits.outputBytes else {
        let problem = Problem.tooLarge(environment.limits.outputBytes)
        throw frame.program.error(.problem(problem, in: name), at: instruction)
      }
    default: break
    }
    try charge(value, in: frame.program.places[instruction])
  }

  mutating func call(_ number: Int32, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    let program = frame.program
    let call = program.tables.tags[Int(number)]
    let arguments = try arguments(call.arguments)
    do throws(Problem) {
      try call.tag.function(arguments, &output)
    } catch {
      throw program.error(.problem(error, in: call.name), at: instruction)
    }
    try checkOutput(at: instruction)
  }

  private mutating func arguments(
    _ arguments: ProgramArguments
  ) throws(TemplateError) -> Arguments {
    var positional: [Value] = []
    for operand in arguments.positional { positional.append(try value(of: operand)) }
    var named: [(name: String, value: Value)] = []
    for (name, operand) in arguments.named { named.append((name, try value(of: operand))) }
    return Arguments(
      positional, named: named, escaping: environment.escaping, today: environment.today,
      limits: environment.limits)
  }
}

// Counters and cycles.
extension Renderer {
  mutating func count(_ number: Int32, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    let counter = frame.program.tables.counters[Int(number)]
    let count = scope.counter(counter.name)
    let next = count.addingReportingOverflow(counter.step)
    guard !next.overflow else {
      throw frame.program.error(.problem(.numberOutOfRange, in: counter.name), at: instruction)
    }
    scope.counters[counter.name] = next.partialValue
    // An increment prints the count before, a decrement the count after.
    try write(.number(counter.step > 0 ? count : next.partialValue), at: instruction)
  }

  mutating func cycle(_ number: Int32, at instruction: Int) throws(TemplateError) {
    try step(at: instruction)
    let cycle = frame.program.tables.cycles[Int(number)]
    var key = "values " + cycle.key
    if let group = cycle.group {
      key = "group " + (try inspected(try value(of: group), at: instruction))
    }
    let place = scope.cycles[key] ?? 0
    if place < cycle.values.count {
      try write(try value(of: cycle.values[place]), at: instruction)
    }
    scope.cycles[key] = place + 1 >= cycle.values.count ? 0 : place + 1
  }

  /// The value as text that tells different values apart.
  private func inspected(_ value: Value, at instruction: Int) throws(TemplateError) -> String {
    var text = ""
    do throws(Problem) {
      try value.inspect(into: &text)
    } catch {
      let name = frame.program.text(at: instruction)
      throw frame.program.error(.problem(error, in: name), at: instruction)
    }
    return text
  }
}
