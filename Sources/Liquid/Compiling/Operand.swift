/// Where a value comes from, as places in a program's tables.
enum Operand: Sendable {
  case constant(Int32)
  /// A variable of a loop of this template.
  case local(Int32)
  /// An item of a list that is a variable of a loop: `row[3]`.
  case localItem(Int32, index: Int32)
  case path(Int32)
  case range(Int32)
}

/// A path whose names are looked up as far as that can be done before a template runs.
struct ProgramPath: Sendable {
  enum Root: Sendable {
    case local(Int32)
    /// A name, and where the template's own `assign` puts it, if there is one. `cell` is the first of
    /// two, which all paths of that name share: for the values of the page and for the globals.
    case name(Int32, slot: Int32?, cell: Int32)
    case computed(Operand)
  }

  private(set) var root: Root
  /// Its steps in the program's table.
  let steps: Range<Int32>
  let place: Range<Int32>
  /// For a path of a root and one name what all such paths with the same root have; nil for any other.
  let owner: Int32?

  /// Fills in the slot of the variable that the path begins with.
  mutating func resolve(_ slot: (_ name: Int32) -> Int32?) {
    guard case .name(let name, _, let cell) = root else { return }
    root = .name(name, slot: slot(name), cell: cell)
  }
}

/// A step of a path.
enum ProgramStep: Sendable {
  case name(Int32, ownProperty: OwnProperty?, cell: Int32, place: Range<Int32>)
  case index(Operand)
}

/// `(first..last)`.
struct ProgramRange: Sendable {
  let first: Operand
  let last: Operand
  let place: Range<Int32>
}

/// A value taken as true or false, or two values compared.
struct ProgramTest: Sendable {
  let left: Operand
  let comparison: Comparison?
  let right: Operand
  let place: Range<Int32>
}

/// The arguments of a filter or tag.
struct ProgramArguments: Sendable {
  let positional: [Operand]
  let named: [(name: String, value: Operand)]
}

/// A filter with its arguments.
struct ProgramCall: Sendable {
  let name: String
  let filter: Filter?
  let arguments: ProgramArguments
}

/// A tag of the program that renders, with its arguments.
struct ProgramTag: Sendable {
  let name: String
  let tag: Tag
  let arguments: ProgramArguments
}

/// A `for` or `tablerow`.
struct ProgramLoop: Sendable {
  let variable: String
  /// Variable and collection as written.
  let name: String
  let collection: Operand
  let offset: Operand?
  let limit: Operand?
  let columns: Operand?
  let isReversed: Bool
  /// `offset: continue`.
  let continues: Bool
  /// True when its body may ask for `forloop`.
  var hasRecord = true
}

/// The values of a `when`, and what they are compared with.
struct ProgramWhen: Sendable {
  let subject: Operand
  let values: [Operand]
}

/// A `cycle`.
struct ProgramCycle: Sendable {
  let group: Operand?
  let key: String
  let values: [Operand]
}

/// An `increment` or `decrement`.
struct ProgramCounter: Sendable {
  let name: String
  let step: Int
}

/// A `render` or `include`.
struct ProgramPartial: Sendable {
  enum Binding: Sendable {
    case none
    case one(Operand)
    case each(Operand)
  }

  let template: Operand
  let binding: Binding
  let alias: String?
  let arguments: [(name: String, value: Operand)]
  /// How many blocks of the template are open around it.
  let level: Int
}
