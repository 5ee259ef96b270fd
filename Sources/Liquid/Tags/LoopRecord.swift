/// Makes the values `forloop` and `tablerowloop` of one pass.
enum LoopRecord {
  private static let forShape = Record.Shape([
    "index", "index0", "first", "last", "length", "rindex", "rindex0", "name", "parentloop",
  ])
  private static let rowShape = Record.Shape([
    "index", "index0", "first", "last", "length", "rindex", "rindex0", "col", "col0", "col_first",
    "col_last", "row",
  ])

  static var forloopShape: ValueShape { valueShape(of: forShape, unknown: ["parentloop"]) }
  static var tablerowloopShape: ValueShape { valueShape(of: rowShape, unknown: []) }

  private static func valueShape(of shape: Record.Shape, unknown: Set<String>) -> ValueShape {
    .record(
      Dictionary(
        uniqueKeysWithValues: shape.keys.map { ($0, unknown.contains($0) ? .unknown : .plain) }))
  }

  static func forloop(_ index: Int, of length: Int, name: String, parent: Value) -> Value {
    .record(
      Record(shape: forShape) { place in
        switch place {
        case 7: .text(name)
        case 8: parent
        default: pass(place, index, length)
        }
      })
  }

  static func tablerowloop(_ index: Int, of length: Int, columns: Int) -> Value {
    let column = columns > 0 ? index % columns : index
    let row = columns > 0 ? index / columns : 0
    return .record(
      Record(shape: rowShape) { place in
        switch place {
        case 7: .number(column + 1)
        case 8: .number(column)
        case 9: .flag(column == 0)
        case 10: .flag(column + 1 == columns)
        case 11: .number(row + 1)
        default: pass(place, index, length)
        }
      })
  }

  /// The first seven fields, which both have.
  private static func pass(_ place: Int, _ index: Int, _ length: Int) -> Value {
    switch place {
    case 0: .number(index + 1)
    case 1: .number(index)
    case 2: .flag(index == 0)
    case 3: .flag(index + 1 == length)
    case 4: .number(length)
    case 5: .number(length - index)
    default: .number(length - index - 1)
    }
  }
}
