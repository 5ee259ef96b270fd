/// A bar under the figure of a table's cell.
public struct CellBar: Hashable, Sendable {
  /// The figure.
  public var value: Int128
  /// The figure that fills the cell, in the same unit; not negative.
  public var maximum: Int128
  /// What it shows; nil when the cell's text says the same.
  public var label: String?

  /// Describes a bar.
  public init(_ value: Int128, of maximum: Int128, label: String? = nil) {
    self.value = value
    self.maximum = maximum
    self.label = label
  }

  /// The picture, 6 pixels high and as wide as the cell.
  public func svg() -> String {
    let scale = ChartScale(from: 0, to: max(maximum, 0), length: Coordinate(100))
    // The lowest number of all has no positive counterpart.
    let size = value == .min ? .max : abs(value)
    let bar = SVGText.rectangle(
      value < 0 ? "bar bar-negative" : "bar", x: Coordinate(0), y: Coordinate(0),
      width: scale.coordinate(of: size), height: Coordinate(6))
    return "<svg class=\"cell-bar\" \(SVGText.role(label)) width=\"100%\" height=\"6\" "
      + "viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\">\(bar)</svg>"
  }
}
