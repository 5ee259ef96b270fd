/// The variables that a template sees while it is rendered, and what its tags remember.
struct Scope {
  /// The values of the page.
  let context: Record
  /// What partials that `render` runs see too.
  let globals: Record
  /// Variables of loops and partials, innermost last.
  var variables: [(name: String, value: Value)] = []
  /// The `forloop` values of the open loops, innermost last.
  var loops: [Value] = []
  /// What `assign` and `capture` set.
  var assigned: [String: Value] = [:]
  var counters: [String: Int] = [:]
  var cycles: [String: Int] = [:]
  /// Where each loop, by its name, stopped.
  var offsets: [String: Int] = [:]
  var lastChanged: String?

  init(context: Record, globals: Record) {
    self.context = context
    self.globals = globals
  }

  /// The variable of that name; nil when nothing defines it.
  func variable(_ name: String) -> Value? {
    var index = variables.count
    while index > 0 {
      index -= 1
      if variables[index].name == name { return variables[index].value }
    }
    if let value = assigned[name] { return value }
    if let count = counters[name] { return .number(count) }
    return context[name] ?? globals[name]
  }

  /// The counter of that name. It begins with a number of the page of the same name, or with 0.
  func counter(_ name: String) -> Int {
    if let count = counters[name] { return count }
    if case .number(let count) = context[name] ?? .nil { return count }
    return 0
  }

  /// All names that are defined, for suggestions.
  var names: [String] {
    variables.map(\.name) + assigned.keys + counters.keys + context.keys + globals.keys
  }
}
