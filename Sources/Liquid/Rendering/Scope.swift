/// The variables that a template sees while it is rendered, and what its tags remember.
struct Scope {
  /// The values of the page.
  let context: Record
  /// What partials that `render` runs see too.
  let globals: Record
  /// Variables of loops and included partials, innermost last; what `case` keeps has no name.
  var variables: [(name: String, value: Value)] = []
  /// The open loops, innermost last.
  var loops: [Loop] = []
  /// What `assign` and `capture` set, and what `render` gives to a partial; the names that the
  /// template itself sets come first, by slot.
  var assigned: AssignedVariables
  var counters: [String: Int] = [:]
  var cycles: [String: Int] = [:]
  /// Where each loop, by its name, stopped.
  var offsets: [String: Int] = [:]
  var lastChanged: String?

  init(context: Record, globals: Record, assigned: [String]) {
    self.context = context
    self.globals = globals
    self.assigned = AssignedVariables(assigned)
  }

  /// The variable of that name, looked up without what is known of the template; nil when nothing
  /// defines it.
  func variable(_ name: String) -> Value? {
    variable(name, below: variables.count) ?? assigned[name] ?? counted(name) ?? context[name]
      ?? globals[name]
  }

  /// A variable of loops and partials among the first so many.
  func variable(_ name: String, below count: Int) -> Value? {
    var index = count
    while index > 0 {
      index -= 1
      if variables[index].name == name, !name.isEmpty { return variables[index].value }
    }
    return nil
  }

  func counted(_ name: String) -> Value? {
    guard !counters.isEmpty else { return nil }
    return counters[name].map { .number($0) }
  }

  /// The counter of that name. It begins with a number of the page of the same name, or with 0.
  func counter(_ name: String) -> Int {
    if let count = counters[name] { return count }
    if case .number(let count) = context[name] ?? .nil { return count }
    return 0
  }

  /// All names that are defined, for suggestions.
  var names: [String] {
    variables.map(\.name).filter { !$0.isEmpty } + assigned.defined + counters.keys
      + context.keys + globals.keys
  }
}

/// Variables by slot, and by name for templates that are included.
struct AssignedVariables {
  private(set) var names: [String]
  var values: [Value?]
  /// How many names the template itself sets; the others come from included ones, or with a `render`.
  let ownCount: Int

  init(_ names: [String]) {
    self.names = names
    values = Array(repeating: nil, count: names.count)
    ownCount = names.count
  }

  /// The variable of that name, if it is set.
  subscript(name: String) -> Value? {
    names.firstIndex(of: name).flatMap { values[$0] }
  }

  /// The variable of that name among those that the template itself does not set.
  func included(_ name: String) -> Value? {
    guard names.count > ownCount else { return nil }
    return names[ownCount...].firstIndex(of: name).flatMap { values[$0] }
  }

  /// Gives a variable to a template before it runs.
  mutating func set(_ name: String, to value: Value) {
    let place = place(of: name)
    values[place] = value
  }

  /// The place of a name, which is added when it is new.
  mutating func place(of name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    values.append(nil)
    return names.count - 1
  }

  /// The names that are set.
  var defined: [String] { names.indices.filter { values[$0] != nil }.map { names[$0] } }
}

/// A `for` or `tablerow` that is open.
struct Loop {
  let slice: LoopSlice
  /// The columns of a `tablerow`; nil for a `for`.
  let columns: Int?
  /// The passes that were begun.
  var passes = 0
  /// The `forloop` of the pass at hand, where something may ask for it.
  var record = Value.nil
}
