/// `tablerow item in collection cols: 3`: HTML table rows with a cell for each item.
struct TableRowNode: Node {
  let head: (variable: String, collection: Expression)
  let parameters: LoopParameters
  let body: Block
  let range: Range<Int>

  var isBlank: Bool { body.isBlank }

  func render(into renderer: inout Renderer) throws(TemplateError) -> Flow {
    try renderer.step(at: range)
    let value = try renderer.value(of: head.collection)
    guard value.isTruthy else { return .onward }
    let offset = try renderer.cutNumber(parameters.offset, at: range) ?? 0
    let limit = try renderer.cutNumber(parameters.limit, at: range)
    let slice = LoopSlice(LoopItems(value), offset: offset, limit: limit)
    let columns = try renderer.cutNumber(parameters.columns, at: range) ?? slice.count
    try renderer.write("<tr class=\"row1\">\n", at: range)
    try pass(through: slice, columns: columns, &renderer)
    try renderer.write("</tr>\n", at: range)
    return .onward
  }

  private func pass(
    through slice: LoopSlice, columns: Int, _ renderer: inout Renderer
  ) throws(TemplateError) {
    let frame = renderer.scope.variables.count
    renderer.scope.variables.append(("tablerowloop", .nil))
    renderer.scope.variables.append((head.variable, .nil))
    defer { renderer.scope.variables.removeSubrange(frame...) }
    for index in 0..<slice.count {
      try renderer.step(at: range)
      let column = columns > 0 ? index % columns : index
      renderer.scope.variables[frame].value = LoopRecord.tablerowloop(
        index, of: slice.count, columns: columns)
      renderer.scope.variables[frame + 1].value = slice[index]
      try renderer.write("<td class=\"col\(column + 1)\">", at: range)
      let flow = try renderer.render(body, at: range)
      try renderer.write("</td>", at: range)
      if flow == .leave { break }
      if column + 1 == columns, index + 1 < slice.count {
        try renderer.write("</tr>\n<tr class=\"row\(index / columns + 2)\">", at: range)
      }
    }
  }

  static func parse(
    _ parser: inout Parser, _ opening: Segment
  ) throws(TemplateError) -> (any Node)? {
    var expressions = try parser.expressions(opening)
    let head = try LoopHead.parse(&expressions)
    let parameters = try LoopParameters.parse(&expressions, of: "tablerow")
    let (body, _) = try parser.block(of: "tablerow", opened: opening, until: ["endtablerow"])
    return TableRowNode(
      head: (head.variable, head.collection), parameters: parameters, body: body,
      range: opening.name)
  }
}
