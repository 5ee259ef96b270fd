extension YAMLNode {
  /// How deep lists and mappings may stand inside each other.
  public static let maximumDepth = 64

  /// Reads one YAML document. An empty text, or one of comments only, is an empty mapping.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - firstLine: the number of the text's first line, for text taken out of a file.
  /// - Throws: `YAMLError` for the first thing that is wrong. Anchors, aliases, tags, keys that
  ///   are not text, duplicate keys and further documents are refused.
  public init(parsing bytes: [UInt8], firstLine: Int = 1) throws(YAMLError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    let positions = YAMLPositions(text, firstLine: firstLine)
    if let offset = Self.firstInvalidByte(in: text) {
      throw YAMLError(problem: .notUTF8, position: positions.position(ofByte: offset))
    }
    let reader = YAMLEventReader(text, positions: positions)
    var builder = YAMLTreeBuilder()
    while true {
      let (event, position) = try reader.next()
      if case .end = event { break }
      try builder.add(event, at: position)
    }
    let empty = YAMLNode(.mapping([]), at: YAMLPosition(line: firstLine, column: 1))
    self = builder.root.flatMap { $0.isNull ? nil : $0 } ?? empty
  }

  /// Reads one YAML document from text.
  public init(parsing text: String, firstLine: Int = 1) throws(YAMLError) {
    try self.init(parsing: Array(text.utf8), firstLine: firstLine)
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
