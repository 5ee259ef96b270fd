/// `tablerow item in collection cols: 3`: HTML table rows with a cell for each item.
struct TableRowNode: Node {
  let head: (variable: String, collection: Expression)
  let parameters: LoopParameters
  let body: Block
  let range: Range<Int>

  var isBlank: Bool { body.isBlank }

  func compile(into compiler: inout Compiler) {
    let (next, cellEnd) = (Compiler.Label(), Compiler.Label())
    let (leave, rowsEnd, end) = (Compiler.Label(), Compiler.Label(), Compiler.Label())
    let loop = compiler.loop(head.variable, head.collection, "", parameters)
    compiler.emit(to: end, at: range) { .beginRows(loop: loop, to: $0) }
    compiler.place(next)
    compiler.emit(to: rowsEnd, at: range) { .nextCell(loop: loop, to: $0) }
    compiler.with(["tablerowloop", head.variable]) { compiler in
      compiler.inside(.loop(leave: leave, skip: cellEnd)) { $0.block(body, at: range) }
    }
    compiler.place(cellEnd)
    compiler.emit(.endCell, at: range)
    compiler.emit(to: next, at: range) { .jump(to: $0) }
    compiler.place(leave)
    compiler.emit(.leaveCell, at: range)
    compiler.place(rowsEnd)
    compiler.emit(.endRows, at: range)
    compiler.place(end)
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    let parts = try LoopHead.parse(&parser, opening, of: "tablerow")
    let (body, _) = try parser.block(of: "tablerow", opened: opening, until: ["endtablerow"])
    guard let (head, parameters) = parts else { return nil }
    return TableRowNode(
      head: (head.variable, head.collection), parameters: parameters, body: body,
      range: opening.name)
  }
}
