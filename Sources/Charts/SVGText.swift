/// Text as it stands in markup.
enum SVGText {
  /// The text with markup's characters and control characters made harmless.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The attributes of a picture's role: described by the label, or left out when the text beside
  /// it says the same.
  static func role(_ label: String?) -> String {
    guard let label else { return "aria-hidden=\"true\"" }
    return "role=\"img\" aria-label=\"\(escaped(label))\""
  }

  /// A rectangle; nothing when it has no width.
  static func rectangle(
    _ kind: String, x: Coordinate, y: Coordinate, width: Coordinate, height: Coordinate
  ) -> String {
    guard width.hundredths > 0 else { return "" }
    return
      "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
  }
}
