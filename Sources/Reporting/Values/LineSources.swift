/// How the rows of the data set follow from a line of a report that is worked out from them.
struct LineSources<Line: Sendable>: Sendable {
  private let visitor: @Sendable (Line, (RowReference) -> Void) -> Void

  private init(_ visitor: @escaping @Sendable (Line, (RowReference) -> Void) -> Void) {
    self.visitor = visitor
  }

  /// Lines that nothing is told of.
  static var none: LineSources { LineSources { _, _ in } }

  /// Lines of one row each.
  static func one(_ row: @escaping @Sendable (Line) -> RowReference) -> LineSources {
    LineSources { line, visit in visit(row(line)) }
  }

  /// Lines of several rows.
  static func all(_ rows: @escaping @Sendable (Line) -> [RowReference]) -> LineSources {
    LineSources { line, visit in rows(line).forEach(visit) }
  }

  /// Lines whose rows are visited one by one, because there may be very many of them.
  static func each(
    _ visitor: @escaping @Sendable (Line, (RowReference) -> Void) -> Void
  ) -> LineSources {
    LineSources(visitor)
  }

  /// Visits the rows of a line.
  func forEach(_ line: Line, _ visit: (RowReference) -> Void) { visitor(line, visit) }

  /// The same of the places of lines.
  func places(in lines: [Line]) -> LineSources<Int> {
    LineSources<Int> { place, visit in visitor(lines[place], visit) }
  }
}

/// Which things a line of a report is about, by their codes: an id need not be looked up where the line
/// knows what it means.
struct LineThings<Line: Sendable>: Sendable {
  /// The code of the thing of a kind; nil when there is none, or the line does not know.
  let code: @Sendable (Line, DetailKind) -> Int?

  /// Lines that do not know.
  static var none: LineThings { LineThings { _, _ in nil } }

  /// The same of the places of lines.
  func places(in lines: [Line]) -> LineThings<Int> {
    LineThings<Int> { [code] place, kind in code(lines[place], kind) }
  }
}
