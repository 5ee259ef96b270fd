/// Horizontal bars with their names at the left and their figures at the right, in the order given.
public struct BarChart: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// Its figure, in the unit of the whole chart.
    public var value: Int128
    /// The figure as people read it.
    public var text: String
    /// A page about it, as a relative link.
    public var link: String?

    /// Describes a bar.
    public init(_ label: String, _ value: Int128, text: String, link: String? = nil) {
      self.label = label
      self.value = value
      self.text = text
      self.link = link
    }
  }

  /// The bars.
  public var bars: [Bar]
  /// What the chart shows, for those who do not see it.
  public var label: String

  /// Describes a chart.
  public init(_ bars: [Bar], label: String) {
    self.bars = bars
    self.label = label
  }

  /// The picture, 640 pixels wide and 24 high for each bar; nil without bars.
  ///
  /// Bars begin at zero. Names longer than 30 letters are shortened, with the whole name as their
  /// title; the page's table has them all.
  public func svg() -> String? {
    guard !bars.isEmpty else { return nil }
    let highest = max(bars.map(\.value).max() ?? 0, 0)
    let lowest = min(bars.map(\.value).min() ?? 0, 0)
    let scale = ChartScale(from: lowest, to: highest, length: Self.width)
    let zero = Self.left + scale.coordinate(of: 0)
    let height = bars.count * Self.rowHeight
    var marks = ""
    for (row, bar) in bars.enumerated() {
      marks += Self.row(bar, top: row * Self.rowHeight, zero: zero, scale)
    }
    marks += "<path class=\"bars-axis\" d=\"M\(zero) 0V\(height)\"/>"
    return "<svg class=\"bars\" \(SVGText.role(label)) width=\"640\" height=\"\(height)\" "
      + "viewBox=\"0 0 640 \(height)\">\(marks)</svg>"
  }
}

extension BarChart {
  private static let rowHeight = 24
  private static let left = Coordinate(220)
  private static let width = Coordinate(300)
  private static let longestLabel = 30

  private static func row(
    _ bar: Bar, top: Int, zero: Coordinate, _ scale: ChartScale
  ) -> String {
    let place = left + scale.coordinate(of: bar.value)
    let start = min(place, zero)
    let end = max(place, zero)
    let baseline = top + 16
    let mark = SVGText.rectangle(
      bar.value < 0 ? "bar bar-negative" : "bar", x: start, y: Coordinate(top + 4),
      width: end - start, height: Coordinate(16))
    return name(bar, baseline) + mark
      + "<text class=\"bars-value\" x=\"\(end + Coordinate(6))\" y=\"\(baseline)\">"
      + "\(SVGText.escaped(bar.text))</text>"
  }

  private static func name(_ bar: Bar, _ baseline: Int) -> String {
    let short = shortened(bar.label)
    let title = short == bar.label ? "" : "<title>\(SVGText.escaped(bar.label))</title>"
    let text =
      "<text class=\"bars-label\" x=\"0\" y=\"\(baseline)\">\(title)\(SVGText.escaped(short))</text>"
    guard let link = bar.link else { return text }
    return "<a href=\"\(SVGText.escaped(link))\">\(text)</a>"
  }

  /// The label, or its beginning with `…`; letters of East Asian scripts take two places.
  private static func shortened(_ label: String) -> String {
    var places = 0
    var short = ""
    for character in label {
      let takesTwo = character.unicodeScalars.contains { isWide($0.value) }
      places += takesTwo ? 2 : 1
      if places > longestLabel { return short + "…" }
      short.append(character)
    }
    return label
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
