extension Renderer {
  /// Begins a `for`; false when it has no items.
  mutating func beginFor(_ number: Int32, at instruction: Int) throws(TemplateError) -> Bool {
    try step(at: instruction)
    let loop = frame.program.tables.loops[Int(number)]
    let items = LoopItems(try value(of: loop.collection))
    let offset =
      loop.continues
      ? scope.offsets[loop.name] ?? 0 : try wholeNumber(loop.offset, at: instruction) ?? 0
    let limit = try wholeNumber(loop.limit, at: instruction)
    let slice = LoopSlice(items, offset: offset, limit: limit, isReversed: loop.isReversed)
    if frame.program.tables.remembersOffsets || frame.links != nil {
      scope.offsets[loop.name] = offset &+ slice.count
    }
    guard slice.count > 0 else { return false }
    begin(Loop(slice: slice, columns: nil), "forloop", loop.variable)
    return true
  }

  /// Begins the next pass of the innermost `for`; false at its end.
  mutating func nextFor(_ number: Int32, at instruction: Int) throws(TemplateError) -> Bool {
    let top = scope.loops.count - 1
    let index = scope.loops[top].passes
    guard index < scope.loops[top].slice.count else { return false }
    try step(at: instruction)
    scope.loops[top].passes = index + 1
    let last = scope.variables.count - 1
    if frame.program.tables.loops[Int(number)].hasRecord {
      let record = forRecord(index, number)
      scope.loops[top].record = record
      scope.variables[last - 1].value = record
    }
    scope.variables[last].value = scope.loops[top].slice[index]
    return true
  }

  private func forRecord(_ index: Int, _ number: Int32) -> Value {
    let outer = scope.loops.dropLast().last { $0.columns == nil }
    return LoopRecord.forloop(
      index, of: scope.loops.last?.slice.count ?? 0,
      name: frame.program.tables.loops[Int(number)].name, parent: outer?.record ?? .nil)
  }

  private mutating func begin(_ loop: Loop, _ record: String, _ variable: String) {
    scope.loops.append(loop)
    scope.variables.append((record, .nil))
    scope.variables.append((variable, .nil))
  }

  mutating func endLoop() {
    scope.loops.removeLast()
    scope.variables.removeLast(2)
  }
}

// `tablerow`.
extension Renderer {
  /// Begins the rows; false when there is nothing to go through.
  mutating func beginRows(_ number: Int32, at instruction: Int) throws(TemplateError) -> Bool {
    try step(at: instruction)
    let loop = frame.program.tables.loops[Int(number)]
    let items = try value(of: loop.collection)
    guard items.isTruthy else { return false }
    let offset = try cutNumber(loop.offset, at: instruction) ?? 0
    let limit = try cutNumber(loop.limit, at: instruction)
    let slice = LoopSlice(LoopItems(items), offset: offset, limit: limit)
    let columns = try cutNumber(loop.columns, at: instruction) ?? slice.count
    try write(markup: "<tr class=\"row1\">\n", at: instruction)
    begin(Loop(slice: slice, columns: columns), "tablerowloop", loop.variable)
    return true
  }

  /// Begins the next cell; false at the end.
  mutating func nextCell(_ number: Int32, at instruction: Int) throws(TemplateError) -> Bool {
    let loop = scope.loops[scope.loops.count - 1]
    let (index, columns) = (loop.passes, loop.columns ?? 0)
    guard index < loop.slice.count else { return false }
    try step(at: instruction)
    scope.loops[scope.loops.count - 1].passes = index + 1
    let last = scope.variables.count - 1
    scope.variables[last - 1].value = LoopRecord.tablerowloop(
      index, of: loop.slice.count, columns: columns)
    scope.variables[last].value = loop.slice[index]
    let column = columns > 0 ? index % columns : index
    try write(markup: "<td class=\"col\(column + 1)\">", at: instruction)
    return true
  }

  /// Ends a cell, and its row when the row is full and another follows.
  mutating func endCell(at instruction: Int) throws(TemplateError) {
    try write(markup: "</td>", at: instruction)
    let loop = scope.loops[scope.loops.count - 1]
    guard let columns = loop.columns, columns > 0, loop.passes % columns == 0,
      loop.passes < loop.slice.count
    else { return }
    let row = (loop.passes - 1) / columns + 2
    try write(markup: "</tr>\n<tr class=\"row\(row)\">", at: instruction)
  }
}
