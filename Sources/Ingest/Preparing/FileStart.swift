import CSVReading

/// What the first bytes of a file say.
struct FileStart {
  /// How a file is compressed.
  enum Compression: Hashable {
    case gzip, zip
  }

  /// How many bytes are looked at.
  static let length = 4096

  /// The encoding that a byte order mark or the pattern of the bytes tells; nil when neither does.
  let encoding: TextEncoding?
  /// How many bytes the mark has.
  let markLength: Int
  /// The bytes are those of an archive, whatever the file's name says.
  let compression: Compression?
  /// The first character that is no white space.
  let looksLikeJSON: Bool
  /// The line with which PowerShell names the type of its objects; nil when there is none.
  let typeLine: String?
  /// The byte at which the text begins that is to be read: behind the mark and PowerShell's line.
  let textStart: Int

  /// Looks at the first `FileStart.length` bytes, or all when there are fewer.
  init(_ bytes: [UInt8]) {
    let mark = TextEncoding.marked(bytes.span)
    encoding = mark?.encoding ?? Self.unmarkedUTF16(bytes)
    markLength = mark?.length ?? 0
    compression = Self.compression(bytes)
    var index = markLength
    while index < bytes.count, bytes[index] == 32 || (9...13).contains(bytes[index]) { index += 1 }
    let first = index < bytes.count ? bytes[index] : 0
    looksLikeJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let line = Self.typeLine(bytes, from: markLength)
    typeLine = line?.text
    textStart = line?.end ?? markLength
  }

  static func read(_ source: ByteSource) throws(ReadFailure) -> FileStart {
    FileStart(try ByteStream(source).bytes(at: 0, count: length))
  }

  private static func compression(_ bytes: [UInt8]) -> Compression? {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    // A member, or the end of an archive without any.
    let isZip = bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    return isZip ? .zip : nil
  }

  /// UTF-16 without its mark: NUL is one byte of many characters, always the same one of the two.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 8 else { return nil }
    var zeros = [0, 0]
    for index in bytes.indices where bytes[index] == 0 { zeros[index & 1] += 1 }
    let units = bytes.count / 2
    if zeros[1] * 5 > units * 2, zeros[0] * 10 < zeros[1] { return .utf16LittleEndian }
    if zeros[0] * 5 > units * 2, zeros[1] * 10 < zeros[0] { return .utf16BigEndian }
    return nil
  }

  /// `#TYPE System.Object`, in quotes or not, which Export-Csv of Windows PowerShell puts on top.
  private static func typeLine(_ bytes: [UInt8], from start: Int) -> (text: String, end: Int)? {
    let line = bytes[start...].prefix { $0 != 10 }
    guard line.endIndex < bytes.count else { return nil }
    let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    guard text.hasPrefix("#TYPE ") || text.hasPrefix("\"#TYPE ") else { return nil }
    return (text, line.endIndex + 1)
  }
}
