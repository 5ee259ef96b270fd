/// Bought and assigned licences on one track; licences beyond those bought pass its end with a
/// hatch, so that nobody needs colours to see it.
public struct LicenseTrack: Hashable, Sendable {
  /// Licences bought; nil for Unlimited.
  public var bought: Int128?
  /// Licences assigned.
  public var assigned: Int128
  /// Licences in use among those assigned; nil when it is not known.
  public var used: Int128?
  /// What it shows; nil when the text beside it says the same.
  public var label: String?

  /// Describes a track.
  public init(bought: Int128?, assigned: Int128, used: Int128? = nil, label: String? = nil) {
    self.bought = bought
    self.assigned = assigned
    self.used = used
    self.label = label
  }

  /// The picture, 160 by 14 pixels.
  public func svg() -> String {
    let end = bought ?? max(assigned, 1)
    let scale = ChartScale(from: 0, to: max(end, assigned, 1), length: Self.width)
    let boughtEnd = scale.coordinate(of: end)
    let assignedEnd = scale.coordinate(of: assigned)
    var marks = part(bought == nil ? "track-open" : "track-bought", to: boughtEnd)
    marks += part("track-assigned", to: min(boughtEnd, assignedEnd))
    if let used {
      marks += part("track-used", to: scale.coordinate(of: min(used, assigned, end)))
    }
    if assignedEnd > boughtEnd {
      marks += Self.hatch(from: boughtEnd, to: assignedEnd)
      marks += "<path class=\"track-end\" d=\"M\(boughtEnd + Self.margin) 0V14\"/>"
    }
    return "<svg class=\"track\" \(SVGText.role(label)) width=\"162\" height=\"14\" "
      + "viewBox=\"0 0 162 14\">\(marks)</svg>"
  }
}

extension LicenseTrack {
  private static let width = Coordinate(160)
  private static let margin = Coordinate(1)
  private static let top = Coordinate(2)
  private static let height = Coordinate(10)
  private static let hatchStep = 400

  private func part(_ kind: String, to end: Coordinate) -> String {
    SVGText.rectangle(kind, x: Self.margin, y: Self.top, width: end, height: Self.height)
  }

  /// Slanted lines in the box, each cut at its edges; drawn one by one because a pattern would
  /// need an id, which must be unique in the page.
  private static func hatch(from start: Coordinate, to end: Coordinate) -> String {
    let left = (start + margin).hundredths
    let right = (end + margin).hundredths
    let bottom = (top + height).hundredths
    var lines = ""
    var foot = left - height.hundredths
    while foot < right {
      let from = max(foot, left)
      let to = min(foot + height.hundredths, right)
      if to > from {
        lines += "M\(Coordinate(hundredths: from)) \(Coordinate(hundredths: bottom - from + foot))"
        lines += "L\(Coordinate(hundredths: to)) \(Coordinate(hundredths: bottom - to + foot))"
      }
      foot += hatchStep
    }
    let box = SVGText.rectangle(
      "track-over", x: start + margin, y: top, width: end - start, height: height)
    return box + "<path class=\"track-over\" d=\"\(lines)\"/>"
  }
}
