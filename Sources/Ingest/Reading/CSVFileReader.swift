import BillingModel
import CSVReading
import Diagnostics

/// Reads a CSV file into its tables.
struct CSVFileReader {
  let input: InputFile
  let options: ReadingOptions

  /// Reads the file; a second time when its end overturns how its beginning was read.
  func read() throws(ReadFailure) -> [TableReading] {
    let start = try FileStart.read(input)
    var encoding = encoding(start)
    var pass = try run(options, encoding, start)
    if isOverturned(pass, start) {
      encoding = .windows1252
      pass = try run(options, encoding, start)
    }
    if let dialect = pass.otherDialect {
      pass = try run(
        options.reading(in: dialect, pass.readings[0].witnesses), encoding, start)
    }
    return pass.readings
  }

  /// The encoding in which the file is read first.
  func encoding(_ start: FileStart) -> TextEncoding {
    options.encoding ?? start.encoding ?? .utf8
  }

  /// True when the file is not in the encoding in which it was read.
  func isOverturned(_ pass: CSVPass, _ start: FileStart) -> Bool {
    pass.isReallyWindows1252 && options.encoding == nil && start.encoding == nil
  }

  private func run(
    _ options: ReadingOptions, _ encoding: TextEncoding, _ start: FileStart
  ) throws(ReadFailure) -> CSVPass {
    var stream = try CSVStream(input, options, encoding: encoding, start: start)
    try stream.read(upTo: .max)
    return try stream.finish()
  }
}

/// What the first bytes of a file say.
struct FileStart {
  let encoding: TextEncoding?
  let markLength: Int
  let looksLikeJSON: Bool
  let isEmpty: Bool

  /// The byte at which text in that encoding begins.
  func textStart(_ encoding: TextEncoding) -> Int {
    encoding == .windows1252 ? 0 : markLength
  }

  /// The bytes are those of gzip or zip, whatever the file's name says.
  let isCompressed: Bool

  static func read(_ input: InputFile) throws(ReadFailure) -> FileStart {
    let stream = try ByteStream(input.source)
    let bytes = try stream.bytes(at: 0, count: 4096)
    let mark = TextEncoding.marked(bytes.span)
    var index = mark?.length ?? 0
    while index < bytes.count, bytes[index] == 32 || (9...13).contains(bytes[index]) { index += 1 }
    let first = index < bytes.count ? bytes[index] : 0
    return FileStart(
      encoding: mark?.encoding ?? (looksLikeUTF16(bytes) ? .utf16LittleEndian : nil),
      markLength: mark?.length ?? 0,
      looksLikeJSON: first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      isEmpty: index == bytes.count && bytes.count < 4096,
      isCompressed: bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x50, 0x4B, 3, 4]))
  }

  /// Every second byte NUL: UTF-16 without its mark.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 16 else { return false }
    return bytes.count { $0 == 0 } * 5 > bytes.count * 2
  }
}
