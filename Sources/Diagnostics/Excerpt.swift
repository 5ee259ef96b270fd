/// The line that a finding points at, handed to the printer by whoever can read the file.
public struct Excerpt: Hashable, Sendable {
  /// The bytes of the line in UTF-8, its line break left out. Bytes that are none are shown as such.
  public let line: [UInt8]
  /// Where the field begins: from 1, in bytes.
  public let column: Int
  /// How many bytes of the field stand on the line; at least one place is marked.
  public let length: Int
  /// What stands behind the carets, such as the name of the column.
  public let label: String?

  /// Makes an excerpt of the bytes of a line.
  public init(line: [UInt8], column: Int, length: Int, label: String? = nil) {
    self.line = line
    self.column = column
    self.length = length
    self.label = label
  }

  /// Makes an excerpt of a line of text.
  public init(line: String, column: Int, length: Int, label: String? = nil) {
    self.init(line: Array(line.utf8), column: column, length: length, label: label)
  }
}

extension Excerpt {
  /// The field's first column and the one behind it, from 1, in Unicode code points.
  public var scalarColumns: Range<Int> {
    func scalars(_ count: Int) -> Int {
      String(decoding: line.prefix(max(0, count)), as: UTF8.self).unicodeScalars.count
    }
    let start = scalars(column - 1)
    return start + 1..<max(start + 2, scalars(column - 1 + max(1, length)) + 1)
  }
}

extension Excerpt {
  /// The line as it is shown, and the line with carets under the field.
  ///
  /// A long line is cut around the field; `…` stands for what is left out.
  func lines(upTo width: Int = 120) -> (text: String, carets: String) {
    let cells = cells()
    let first = cells.firstIndex { $0.end >= column } ?? cells.count
    let last = cells[first...].firstIndex { $0.end >= column + max(length, 1) - 1 } ?? cells.count
    let window = Self.window(cells, around: first, upTo: width)
    let marked = first..<min(max(last + 1, first + 1), max(window.upperBound, first + 1))
    return (Self.text(cells, window), Self.carets(cells, window, marked, label))
  }

  /// One character of the line: how it is shown, in how many columns, and its last byte from 1.
  private struct Cell {
    let text: String
    let width: Int
    let end: Int

    var isTab: Bool { text == "\t" }
  }

  private func cells() -> [Cell] {
    var cells: [Cell] = []
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = line.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .emptyInput: return cells
      case .valid(let encoded):
        offset += encoded.count
        let scalar = Unicode.UTF8.decode(encoded)
        let text = scalar == "\t" ? "\t" : VisibleText.shown(scalar)
        cells.append(
          Cell(text: text, width: VisibleText.width(text), end: offset))
      case .error(let count):
        for byte in line[offset..<offset + count] {
          offset += 1
          let digits = String(byte, radix: 16, uppercase: true)
          cells.append(Cell(text: "<\(digits)>", width: 4, end: offset))
        }
      }
    }
  }

  /// At most half of the width stands before the field, unless less is needed behind its start.
  private static func window(_ cells: [Cell], around first: Int, upTo width: Int) -> Range<Int> {
    let behind = cells[first...].reduce(0) { $0 + $1.width }
    var start = first
    var columns = 0
    while start > 0, columns + cells[start - 1].width <= width - min(behind, width / 2) {
      start -= 1
      columns += cells[start].width
    }
    var end = first
    while end < cells.count, columns + cells[end].width <= width {
      columns += cells[end].width
      end += 1
    }
    return start..<end
  }

  private static func text(_ cells: [Cell], _ window: Range<Int>) -> String {
    let before = window.lowerBound > 0 ? "…" : ""
    let after = window.upperBound < cells.count ? "…" : ""
    return before + cells[window].map(\.text).joined() + after
  }

  /// Tabs stay tabs before the carets, so that they stop at the same column on both lines.
  private static func carets(
    _ cells: [Cell], _ window: Range<Int>, _ marked: Range<Int>, _ label: String?
  ) -> String {
    let cut = window.lowerBound > 0 ? " " : ""
    let before = cells[window.lowerBound..<marked.lowerBound].map { cell in
      cell.isTab ? "\t" : String(repeating: " ", count: cell.width)
    }
    let width = cells[marked.clamped(to: 0..<cells.count)].reduce(0) { $0 + $1.width }
    let carets = String(repeating: "^", count: max(1, width))
    return cut + before.joined() + carets + (label.map { " " + VisibleText.line($0) } ?? "")
  }
}
