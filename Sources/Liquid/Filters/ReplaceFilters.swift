extension StandardFilters {
  static let search: [String: Filter] = [
    "remove": Filter(1...1) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], .nil, .all, arguments)
    },
    "remove_first": Filter(1...1) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], .nil, .first, arguments)
    },
    "remove_last": Filter(1...1) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], .nil, .last, arguments)
    },
    "replace": Filter(1...2) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], arguments[1], .all, arguments)
    },
    "replace_first": Filter(1...2) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], arguments[1], .first, arguments)
    },
    "replace_last": Filter(2...2) { value, arguments throws(Problem) in
      try replaced(value, arguments[0], arguments[1], .last, arguments)
    },
  ]

  private enum Which {
    case all
    case first
    case last
  }

  private static func replaced(
    _ value: Value, _ pattern: Value, _ replacement: Value, _ which: Which,
    _ arguments: Arguments
  ) throws(Problem) -> Value {
    let bytes = Array(try value.asText().utf8)
    let search = ByteSearch(try pattern.asText())
    let new = Array(try replacement.asText().utf8)
    let places =
      switch which {
      case .all: search.pattern.isEmpty ? letterPlaces(of: bytes) : search.all(in: bytes)
      case .first: search.first(in: bytes).map { [$0] } ?? []
      case .last: search.last(in: bytes).map { [$0] } ?? []
      }
    let limit = arguments.limits.outputBytes
    let added = places.count.multipliedReportingOverflow(by: new.count)
    guard !added.overflow, added.partialValue <= limit else { throw .tooLarge(limit) }
    return .text(assemble(bytes, places, search.pattern.count, new))
  }

  private static func assemble(
    _ bytes: [UInt8], _ places: [Int], _ length: Int, _ new: [UInt8]
  ) -> String {
    var output: [UInt8] = []
    var start = 0
    for place in places {
      output.append(contentsOf: bytes[start..<place])
      output.append(contentsOf: new)
      start = place + length
    }
    output.append(contentsOf: bytes[start...])
    return String(decoding: output, as: UTF8.self)
  }

  /// The places before every letter and at the end, where an empty pattern is found.
  private static func letterPlaces(of bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  static func split(_ value: Value, _ arguments: Arguments) throws(Problem) -> Value {
    let text = try value.asText()
    let separator = try arguments[0].asText()
    guard text.utf8.count <= arguments.limits.steps else { throw .tooLarge(arguments.limits.steps) }
    if separator == " " {
      let words = text.utf8.split(whereSeparator: Lines.isSpace)
      return .list(words.map { .text(String($0) ?? "") })
    }
    if separator.isEmpty {
      return .list(text.unicodeScalars.map { .text(String($0)) })
    }
    let bytes = Array(text.utf8)
    var parts: [Value] = []
    var start = 0
    for place in ByteSearch(separator).all(in: bytes) + [bytes.count] {
      parts.append(.text(String(decoding: bytes[start..<place], as: UTF8.self)))
      start = min(place + separator.utf8.count, bytes.count)
    }
    // The language drops empty parts at the end.
    while let last = parts.last, last.isEmpty { parts.removeLast() }
    return .list(parts)
  }
}
