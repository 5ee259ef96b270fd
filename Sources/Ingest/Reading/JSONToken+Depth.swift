import JSONReading

extension JSONCursor {
  /// How many containers were open before that token, the last one read.
  func depthBefore(_ token: JSONToken) -> Int {
    token.opens ? depth - 1 : token.closes ? depth + 1 : depth
  }
}

extension JSONToken {
  var opens: Bool { self == .beginArray || self == .beginObject }
  var closes: Bool { self == .endArray || self == .endObject }
}
