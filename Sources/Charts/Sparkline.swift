/// A small line of how a figure went, without axes.
public struct Sparkline: Hashable, Sendable {
  /// Where the picture's lower edge is.
  public enum Baseline: Hashable, Sendable {
    /// At zero (or the lowest value if that is negative): for counts.
    case zero
    /// At the lowest value.
    case lowest
  }

  /// The figures in the order of time, all in one unit; nil where there is none: the line has a
  /// gap there, nothing is guessed.
  public var values: [Int128?]
  /// Where the picture's lower edge is.
  public var baseline: Baseline
  /// What it shows, for those who do not see it: "Jan 120 to Nov 143, high 151 in Aug". Nil when
  /// the text beside it says the same.
  public var label: String?

  /// Describes a sparkline.
  public init(_ values: [Int128?], baseline: Baseline = .zero, label: String?) {
    self.values = values
    self.baseline = baseline
    self.label = label
  }

  /// The picture, 100 by 24 pixels; nil when there is no figure at all.
  public func svg() -> String? {
    let known = values.compactMap { $0 }
    guard let lowest = known.min(), let highest = known.max() else { return nil }
    let bottom = baseline == .zero ? min(lowest, 0) : lowest
    let top = baseline == .zero ? max(highest, 0) : highest
    let scale = ChartScale(from: bottom, to: top, length: Self.height)
    var marks = band(from: lowest, to: highest, scale)
    for run in runs(scale) { marks += Self.line(run) }
    if let last = values.indices.last(where: { values[$0] != nil }), let value = values[last] {
      marks += Self.dot("spark-last", "2.5", at: point(last, value, scale))
    }
    return "<svg class=\"spark\" \(SVGText.role(label)) width=\"100\" height=\"24\" "
      + "viewBox=\"0 0 100 24\">\(marks)</svg>"
  }
}

extension Sparkline {
  private typealias Point = (x: Coordinate, y: Coordinate)

  // Three pixels stay free on all sides for the dot.
  private static let margin = Coordinate(3)
  private static let height = Coordinate(18)
  private static let width = Coordinate(94)

  private func point(_ index: Int, _ value: Int128, _ scale: ChartScale) -> Point {
    let steps = max(values.count - 1, 1)
    let position = values.count == 1 ? Self.width.hundredths : Self.width.hundredths * index / steps
    return (
      Self.margin + Coordinate(hundredths: position),
      Self.margin + Self.height - scale.coordinate(of: value)
    )
  }

  /// The points between gaps.
  private func runs(_ scale: ChartScale) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for (index, value) in values.enumerated() {
      if let value {
        run.append(point(index, value, scale))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

  private func band(from lowest: Int128, to highest: Int128, _ scale: ChartScale) -> String {
    let top = Self.margin + Self.height - scale.coordinate(of: highest)
    let bottom = Self.margin + Self.height - scale.coordinate(of: lowest)
    guard bottom > top else { return "" }
    return SVGText.rectangle(
      "spark-band", x: Self.margin, y: top, width: Self.width, height: bottom - top)
  }

  private static func line(_ run: [Point]) -> String {
    guard run.count > 1 else { return dot("spark-point", "1", at: run[0]) }
    let points = run.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    return "<polyline class=\"spark-line\" fill=\"none\" points=\"\(points)\"/>"
  }

  private static func dot(_ kind: String, _ radius: String, at point: Point) -> String {
    "<circle class=\"\(kind)\" cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(radius)\"/>"
  }
}
