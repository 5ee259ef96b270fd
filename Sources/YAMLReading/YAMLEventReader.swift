internal import CYAML

/// What libyaml reports, as values.
enum YAMLEvent {
  case nothing
  case documentStart
  case end
  case scalar(String, YAMLScalarStyle, tag: String?, anchor: String?)
  case sequenceStart(tag: String?, anchor: String?)
  case mappingStart(tag: String?, anchor: String?)
  case collectionEnd
  case alias(String)
}

/// Pulls events from libyaml.
///
/// A class because libyaml's parser must stay at one address from its start to its end.
@safe final class YAMLEventReader {
  // Allocated here, initialized before any use and freed in deinit; nothing else points to them.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let positions: YAMLPositions

  /// The bytes must be UTF-8 without a byte order mark.
  init(_ bytes: [UInt8], positions: YAMLPositions) {
    self.positions = positions
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe text = .allocate(capacity: bytes.count)
    _ = unsafe text.initialize(from: bytes)
    let result = unsafe yaml_parser_initialize(parser)
    precondition(result == 1, "there is memory for libyaml's parser")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event and where it begins.
  func next() throws(YAMLError) -> (event: YAMLEvent, position: YAMLPosition) {
    var event = unsafe yaml_event_t()
    // Unsafe: libyaml fills the event by pointer; its strings are copied before it is deleted.
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    let position = unsafe positions.position(ofScalar: event.start_mark.index)
    return (unsafe Self.value(of: event), position)
  }

  private func failure() -> YAMLError {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) + ": " }
    let position =
      if unsafe parser.pointee.error == YAML_READER_ERROR {
        unsafe positions.position(ofByte: parser.pointee.problem_offset)
      } else {
        unsafe positions.position(ofScalar: parser.pointee.problem_mark.index)
      }
    return YAMLError(
      problem: .syntax((context ?? "") + (words ?? "the text is not YAML")), position: position)
  }

  private static func value(of event: yaml_event_t) -> YAMLEvent {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_END_EVENT: .end
    case YAML_ALIAS_EVENT: unsafe .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: unsafe scalar(event.data.scalar)
    case YAML_SEQUENCE_START_EVENT:
      unsafe .sequenceStart(
        tag: string(event.data.sequence_start.tag),
        anchor: string(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      unsafe .mappingStart(
        tag: string(event.data.mapping_start.tag), anchor: string(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    default: .nothing
    }
  }

  private static func scalar(
    _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar
  ) -> YAMLEvent {
    // Unsafe: libyaml gives the text by pointer and length (it may hold NUL); it is copied here.
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return unsafe .scalar(
      String(decoding: bytes, as: UTF8.self),
      scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted,
      tag: string(scalar.tag), anchor: string(scalar.anchor))
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: text)
  }
}
