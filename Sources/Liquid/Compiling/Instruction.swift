/// One step of a program. Numbers are places in the program's tables; `to` is the instruction to go
/// on with.
///
/// Nothing in it is counted by reference, so that threads which run one program share no counter.
enum Instruction: Sendable {
  /// Appends these bytes of the template.
  case text(from: Int32, to: Int32)
  /// Prints a value without filters.
  case output(Operand)
  /// Begins an expression with filters.
  case load(Operand)
  /// The same for a path that may be missing, before `| default:`.
  case loadLenient(path: Int32)
  /// Puts the value at hand through a filter.
  case filter(call: Int32)
  /// Prints the value at hand.
  case print
  /// Gives the value at hand to a variable of the template.
  case assign(slot: Int32)

  /// Counts one step of work.
  case step
  /// Checks how deep blocks are nested.
  case enter(level: Int32)
  case jump(to: Int32)
  case jumpIf(test: Int32, to: Int32)
  case jumpUnless(test: Int32, to: Int32)
  /// Leaves the template.
  case finish(Flow)

  /// Begins a loop, or goes to its `else`.
  case beginFor(loop: Int32, to: Int32)
  /// The next pass, or the end of the loop.
  case nextFor(loop: Int32, to: Int32)
  case endFor
  case beginRows(loop: Int32, to: Int32)
  case nextCell(loop: Int32, to: Int32)
  case endCell
  /// Ends the cell that `break` leaves.
  case leaveCell
  case endRows

  /// Keeps the value that the branches of a `case` are compared with.
  case beginCase(Operand)
  /// Begins the values of a `when`.
  case beginWhen
  /// Goes into the branch for the next of its values that is equal, or past it.
  case nextWhen(Int32, to: Int32)
  /// Goes past an `else` when a branch before it was equal.
  case jumpIfMatched(to: Int32)
  case endCase

  /// Begins text of its own: that of `capture` and `ifchanged`.
  case beginCapture
  case endCapture(slot: Int32)
  case endChanged

  case count(counter: Int32)
  case cycle(Int32)
  /// Calls a tag of the program that renders.
  case call(tag: Int32)
  case render(partial: Int32)
  case include(partial: Int32)
  /// Goes on elsewhere unless the included template ended like that.
  case jumpUnlessEnded(Flow, to: Int32)
}

/// How a template, or a part of it, ends.
enum Flow {
  case onward
  /// `break`: leave the innermost loop.
  case leave
  /// `continue`: go on with the next pass of the innermost loop.
  case skip
}
