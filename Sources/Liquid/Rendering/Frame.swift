/// A template that is being rendered: the page itself or a partial.
struct Frame {
  let program: Program
  /// Where the variables of its own loops begin on the stack.
  let base: Int
  /// How deep blocks and partials are nested around its own blocks.
  let depth: Int
  /// True inside of a partial that `render` runs.
  let isIsolated: Bool
  /// For an included template the places of its variables among those of the template that includes
  /// it; nil for one with variables of its own, which stand by their slots.
  let links: [Int]?
  var cells: [LookupCell]

  init(
    _ program: Program, base: Int, depth: Int, isIsolated: Bool, links: [Int]? = nil,
    cells: [LookupCell] = []
  ) {
    self.program = program
    self.base = base
    self.depth = depth
    self.isIsolated = isIsolated
    self.links = links
    let count = program.tables.cells
    self.cells = cells.count == count ? cells : Array(repeating: LookupCell(), count: count)
  }

  /// Where a variable that the template sets is kept.
  func place(ofSlot slot: Int32) -> Int { links.map { $0[Int(slot)] } ?? Int(slot) }
}
