// Rows of a table and the like: text of the template in turn with items of one list, or with fields of one record.
extension Renderer {
  /// Prints an item of a variable of a loop, and what follows it as long as that is text of the template or another
  /// item of the same list, which is looked up once for all of them.
  ///
  /// - Returns: the instruction to go on with.
  mutating func writeRow(
    of slot: Int32, _ instructions: borrowing [Instruction], _ bytes: borrowing Span<UInt8>,
    at place: Int
  ) throws(TemplateError) -> Int {
    guard case .list(let list) = scope.variables[frame.base + Int(slot)].value,
      case .tree(let tree, let node) = list.storage
    else {
      return try writeItem(instructions[place], at: place)
    }
    let items = tree.nodes[node].range
    var place = place
    while true {
      let instruction = instructions[place]
      if case .text(let from, let to) = instruction {
        try writeText(bytes, from, to, at: place)
      } else if case .output(.localItem(let other, let index)) = instruction, other == slot {
        try step(at: place)
        if Int(index) < items.count {
          try write(items.lowerBound + Int(index), of: tree, at: place)
        }
      } else {
        return place
      }
      place += 1
    }
  }

  private mutating func writeItem(
    _ instruction: Instruction, at place: Int
  ) throws(TemplateError) -> Int {
    guard case .output(let operand) = instruction else { return place }
    try step(at: place)
    try write(value(of: operand), at: place)
    return place + 1
  }

  /// Prints the value of a path, and when that is a field of a record of a tree what follows it as long as it is text of
  /// the template or another field of the same record, which is looked up once for all of them.
  ///
  /// - Returns: the instruction to go on with.
  mutating func writeFields(
    of number: Int32, _ instructions: borrowing [Instruction], _ bytes: borrowing Span<UInt8>,
    at place: Int
  ) throws(TemplateError) -> Int {
    try step(at: place)
    let program = frame.program
    let path = program.tables.paths[Int(number)]
    guard let owner = path.owner,
      case .record(let record) = try value(of: path, 0..<0, missing: environment.strictness),
      case .tree(let tree, let node) = record.storage,
      try writeField(of: path, of: tree, node, at: place)
    else {
      try write(value(ofPath: number, missing: environment.strictness), at: place)
      return place + 1
    }
    var place = place + 1
    while true {
      let instruction = instructions[place]
      if case .text(let from, let to) = instruction {
        try writeText(bytes, from, to, at: place)
      } else if case .output(.path(let other)) = instruction,
        program.tables.paths[Int(other)].owner == owner
      {
        try step(at: place)
        let path = program.tables.paths[Int(other)]
        if try !writeField(of: path, of: tree, node, at: place) {
          try write(value(ofPath: other, missing: environment.strictness), at: place)
        }
      } else {
        return place
      }
      place += 1
    }
  }

  /// Prints the field of a record of a tree that a path of one name leads to; false when the record has no such field.
  private mutating func writeField(
    of path: ProgramPath, of tree: ValueTree, _ node: Int, at place: Int
  ) throws(TemplateError) -> Bool {
    let program = frame.program
    let record = tree.nodes[node]
    guard case .name(let name, _, let cell, _) = program.tables.steps[Int(path.steps.lowerBound)],
      let position = frame.cells[Int(cell)].position(
        name, in: tree.shapes[record.shape], program.tables.names)
    else { return false }
    try write(record.payload + position, of: tree, at: place)
    return true
  }

  /// Appends a value of a tree as the page's escaping asks for.
  @inline(__always)
  mutating func write(
    _ node: Int, of tree: ValueTree, at instruction: Int
  ) throws(TemplateError) {
    let value = tree.nodes[node]
    switch value.kind {
    case .nil: return
    case .text where environment.escaping == .html:
      output.append(escapingHTML: tree.bytes, from: value.payload, count: Int(value.size))
    case .text where environment.escaping == .none:
      output.append(tree.bytes, from: value.payload, count: Int(value.size))
    case .number: output.append(decimal: value.payload)
    default: return try write(tree.value(at: node), at: instruction)
    }
    try checkOutput(at: instruction)
  }
}
