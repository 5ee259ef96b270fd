/// How a language writes days and months: a pattern of `d dd M MM MMM MMMM yyyy` and other text.
struct DatePattern: Hashable, Sendable {
  var day = "d MMM yyyy"
  var month = "MMM yyyy"
  /// Twelve names each.
  var months: [String] = []
  var shortMonths: [String] = []
}
