/// Makes a program of a parsed template.
struct Compiler {
  private(set) var instructions: [Instruction] = []
  private(set) var places: [Range<Int32>] = []
  var tables = Program.Tables()
  /// How many blocks are open.
  private(set) var level = 0
  /// The variables that loops and `case` have put on the stack; those of `case` have no name.
  private(set) var locals: [String] = []
  /// What `break` and `continue` have to end, innermost last.
  var open: [Construct] = []
  /// How often something was compiled that may ask for `forloop`.
  var loopRecordUses = 0
  var nameNumbers: [String: Int32] = [:]
  /// The two cells of each name that a path begins with, by its number.
  var rootCells: [Int32: Int32] = [:]
  var slots: [String: Int32] = [:]

  /// What is open around a tag.
  enum Construct {
    /// A loop: the places of the jumps out of it and to its next pass, to be filled in.
    case loop(leave: Label, skip: Label)
    case capture(slot: Int32)
    case changed
    case choice
  }

  /// The program of a template.
  static func compile(_ body: Block, of source: Source) -> Program {
    var compiler = Compiler()
    compiler.nodes(of: body)
    compiler.emit(.finish(.onward), at: 0..<0)
    compiler.resolveAssigned()
    return Program(
      source, instructions: compiler.instructions, places: compiler.places,
      tables: compiler.tables)
  }
}

// Instructions.
extension Compiler {
  /// An instruction that jumps can lead to, before and after its place is known. A class, because all
  /// that jump to it share the one label.
  final class Label {
    fileprivate var place: Int32?
    fileprivate var jumps: [Int] = []
  }

  var end: Int32 { Int32(instructions.count) }

  mutating func emit(_ instruction: Instruction, at range: Range<Int>) {
    instructions.append(instruction)
    places.append(Int32(range.lowerBound)..<Int32(range.upperBound))
  }

  /// Emits a jump that leads to a label.
  mutating func emit(
    to label: Label, at range: Range<Int>, _ instruction: (Int32) -> Instruction
  ) {
    if label.place == nil { label.jumps.append(instructions.count) }
    emit(instruction(label.place ?? -1), at: range)
  }

  /// Says that a label is here.
  mutating func place(_ label: Label) {
    label.place = end
    for jump in label.jumps { instructions[jump] = instructions[jump].leading(to: end) }
  }
}

extension Instruction {
  /// The same jump to another instruction.
  fileprivate func leading(to place: Int32) -> Instruction {
    switch self {
    case .jump: .jump(to: place)
    case .jumpIf(let test, _): .jumpIf(test: test, to: place)
    case .jumpUnless(let test, _): .jumpUnless(test: test, to: place)
    case .beginFor(let loop, _): .beginFor(loop: loop, to: place)
    case .nextFor(let loop, _): .nextFor(loop: loop, to: place)
    case .beginRows(let loop, _): .beginRows(loop: loop, to: place)
    case .nextCell(let loop, _): .nextCell(loop: loop, to: place)
    case .nextWhen(let when, _): .nextWhen(when, to: place)
    case .jumpIfMatched: .jumpIfMatched(to: place)
    case .jumpUnlessEnded(let flow, _): .jumpUnlessEnded(flow, to: place)
    default: preconditionFailure("only jumps lead to labels")
    }
  }
}

// Blocks.
extension Compiler {
  mutating func nodes(of block: Block) {
    for node in block.nodes { node.compile(into: &self) }
  }

  /// A block with its check of the depth.
  mutating func block(_ block: Block, at range: Range<Int>) {
    level += 1
    emit(.enter(level: Int32(level)), at: range)
    nodes(of: block)
    level -= 1
  }

  /// Compiles what sees more variables of the stack.
  mutating func with(_ names: [String], _ body: (inout Compiler) -> Void) {
    locals += names
    body(&self)
    locals.removeLast(names.count)
  }

  /// Compiles what stands inside of a construct.
  mutating func inside(_ construct: Construct, _ body: (inout Compiler) -> Void) {
    open.append(construct)
    body(&self)
    open.removeLast()
  }

  /// Where a name is on the stack; nil for what no loop of this template sets.
  func local(_ name: String) -> Int32? {
    guard !name.isEmpty else { return nil }
    return locals.lastIndex(of: name).map { Int32($0) }
  }

  /// `break` or `continue`: ends what is open, innermost first, up to the loop that is meant.
  mutating func leave(_ flow: Flow, at range: Range<Int>) {
    for construct in open.reversed() {
      switch construct {
      case .loop(let leave, let skip):
        emit(to: flow == .leave ? leave : skip, at: range) { .jump(to: $0) }
        return
      case .capture(let slot): emit(.endCapture(slot: slot), at: range)
      case .changed: emit(.endChanged, at: range)
      case .choice: emit(.endCase, at: range)
      }
    }
    emit(.finish(flow), at: range)
  }
}
