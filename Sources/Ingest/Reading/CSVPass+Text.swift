import CSVReading

extension CSVPass {
  /// Checks a record with bytes from 0x80, and keeps what they say about the file's encoding.
  mutating func isText(
    _ bytes: borrowing Span<UInt8>, _ scanner: CSVRecordScanner, _ record: RecordPlace
  ) -> Bool {
    let range = record.start..<record.start + record.length
    if encoding == .windows1252 {
      for index in range where TextBytes.isUndefinedInWindows1252(bytes[index]) { return false }
      return true
    }
    if TextBytes.firstInvalid(bytes, in: range) == nil {
      hasMultibyte = true
      return true
    }
    hasInvalid = true
    if TextBytes.hasMultibyteSequence(bytes, in: range) { hasMultibyte = true }
    return false
  }

  /// A field's text in UTF-8, its quotes resolved.
  func content(of field: CSVField, _ bytes: borrowing Span<UInt8>) -> [UInt8] {
    Self.content(of: field, bytes, encoding)
  }

  static func content(
    of field: CSVField, _ bytes: borrowing Span<UInt8>, _ encoding: TextEncoding
  ) -> [UInt8] {
    var content: [UInt8] = []
    field.copyContent(of: bytes, into: &content)
    guard encoding == .windows1252 else { return content }
    var text: [UInt8] = []
    TextBytes.appendWindows1252(content.span, in: 0..<content.count, to: &text)
    return text
  }
}
