/// Turns values into coordinates, exactly and without floating point.
struct ChartScale {
  private let lowest: Int128
  private let span: Int128
  private let shift: Int128
  private let length: Coordinate

  /// A scale on which `lowest` is at 0 and `highest` at `length`.
  init(from lowest: Int128, to highest: Int128, length: Coordinate) {
    // Bits that no pixel can show are dropped, so that the products below cannot overflow.
    var shift: Int128 = 0
    while max(lowest.magnitude, highest.magnitude) >> UInt128(shift) > 1 << 96 { shift += 1 }
    self.shift = shift
    self.lowest = lowest >> shift
    span = (highest >> shift) - (lowest >> shift)
    self.length = length
  }

  /// Where a value is; values outside the scale are moved to its ends.
  func coordinate(of value: Int128) -> Coordinate {
    guard span > 0 else { return Coordinate(hundredths: 0) }
    let distance = min(max((value >> shift) - lowest, 0), span)
    return Coordinate(hundredths: Int(distance * Int128(length.hundredths) / span))
  }
}

/// A place or length in a picture, in hundredths of a pixel.
struct Coordinate: Hashable, Comparable {
  let hundredths: Int

  init(hundredths: Int) {
    self.hundredths = hundredths
  }

  init(_ pixels: Int) {
    hundredths = pixels * 100
  }

  static func < (left: Coordinate, right: Coordinate) -> Bool {
    left.hundredths < right.hundredths
  }

  static func + (left: Coordinate, right: Coordinate) -> Coordinate {
    Coordinate(hundredths: left.hundredths + right.hundredths)
  }

  static func - (left: Coordinate, right: Coordinate) -> Coordinate {
    Coordinate(hundredths: left.hundredths - right.hundredths)
  }
}

extension Coordinate: CustomStringConvertible {
  /// The shortest decimal text: `12`, `12.5`, `0.25`.
  var description: String {
    let whole = hundredths.magnitude / 100
    let rest = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
