extension Renderer {
  /// Runs the program of the frame at hand from its beginning to its end.
  mutating func run() throws(TemplateError) -> Flow {
    let program = frame.program
    let bytes = program.source.bytes
    let instructions = program.instructions
    var next = 0
    while true {
      let place = next
      next += 1
      switch instructions[place] {
      case .text(let from, let to):
        try writeText(bytes.span, from, to, at: place)
      case .output(.localItem(let slot, _)):
        next = try writeRow(of: slot, instructions, bytes.span, at: place)
      case .output(.path(let path)):
        next = try writeFields(of: path, instructions, bytes.span, at: place)
      case .output(let operand):
        try step(at: place)
        try write(value(of: operand), at: place)
      case .load(let operand):
        try step(at: place)
        value = try value(of: operand)
      case .loadLenient(let path):
        try step(at: place)
        value = try value(ofPath: path, missing: .lenient)
      case .filter(let call): try filter(by: call, at: place)
      case .print: try write(value, at: place)
      case .assign(let slot): scope.assigned.values[frame.place(ofSlot: slot)] = value
      case .step: try step(at: place)
      case .enter(let level): try checkDepth(frame.depth + Int(level), at: place)
      case .jump(let to): next = Int(to)
      case .jumpIf(let test, let to): if try holds(test) { next = Int(to) }
      case .jumpUnless(let test, let to): if try !holds(test) { next = Int(to) }
      case .finish(let flow): return flow
      case .beginFor(let loop, let to): if try !beginFor(loop, at: place) { next = Int(to) }
      case .nextFor(let loop, let to): if try !nextFor(loop, at: place) { next = Int(to) }
      case .endFor: endLoop()
      case .beginRows(let loop, let to): if try !beginRows(loop, at: place) { next = Int(to) }
      case .nextCell(let loop, let to): if try !nextCell(loop, at: place) { next = Int(to) }
      case .endCell: try endCell(at: place)
      case .leaveCell: try write(markup: "</td>", at: place)
      case .endRows:
        endLoop()
        try write(markup: "</tr>\n", at: place)
      case .beginCase(let subject): try beginCase(subject, at: place)
      case .beginWhen: beginWhen()
      case .nextWhen(let when, let to): if try !nextWhen(when, at: place) { next = Int(to) }
      case .jumpIfMatched(let to): if isMatched { next = Int(to) }
      case .endCase: endCase()
      case .beginCapture:
        try step(at: place)
        beginCapture()
      case .endCapture(let slot):
        scope.assigned.values[frame.place(ofSlot: slot)] = .markup(endCapture())
      case .endChanged: try endChanged(at: place)
      case .count(let counter): try count(counter, at: place)
      case .cycle(let cycle): try self.cycle(cycle, at: place)
      case .call(let tag): try call(tag, at: place)
      case .render(let partial): try render(partial, at: place)
      case .include(let partial): ended = try include(partial, at: place)
      case .jumpUnlessEnded(let flow, let to): if ended != flow { next = Int(to) }
      }
    }
  }
}
