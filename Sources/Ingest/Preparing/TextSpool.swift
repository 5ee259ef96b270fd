import CSVReading
import Diagnostics
import Digests

/// Takes the bytes of one file piece by piece and spools its text: UTF-16 as UTF-8, all else as it is.
///
/// What the file is, its first bytes decide; they are held back until there are enough.
struct TextSpool: ~Copyable {
  private static let pieceLength = 1 << 18

  private let pool: SpoolPool
  private var spool: SpoolPool.Spool
  private let given: TextEncoding?
  private var head: [UInt8] = []
  private var isBegun = false
  private var transcoder: UTF16Transcoder?
  private var encoding: TextEncoding?
  private var text: [UInt8] = []
  private var position: Int
  private var byteCount = 0
  /// Nil when it was not asked for.
  private var hash: SHA256?

  /// Why the bytes are not taken any more; nil as long as they are.
  private(set) var refusal: PreparedInput.Refusal?

  /// Spools into a file of the pool. `given` is the encoding that the user names.
  init(_ pool: SpoolPool, encoding given: TextEncoding?, isHashing: Bool) throws(ReadFailure) {
    self.pool = pool
    self.given = given
    hash = isHashing ? SHA256() : nil
    spool = try pool.take()
    position = spool.end
  }

  deinit {
    pool.giveBack(spool)
  }

  /// Takes bytes; false when no more are wanted.
  mutating func take(_ bytes: borrowing Span<UInt8>) -> Bool {
    byteCount += bytes.count
    hash?.update(bytes)
    guard !isBegun else {
      add(bytes)
      return refusal == nil
    }
    for index in 0..<bytes.count { head.append(bytes[index]) }
    if head.count >= FileStart.length { begin() }
    return refusal == nil
  }

  /// Ends the file: where its text is, and what it was.
  mutating func finish() throws(PreparedInput.Refusal) -> (SpoolPiece, PreparedInput.Original) {
    if !isBegun { begin() }
    transcoder?.finish(&text)
    flush(keeping: 0)
    if let refusal { throw refusal }
    let piece = SpoolPiece(file: spool.file, offset: spool.end, count: position - spool.end)
    spool.end = position
    var original = PreparedInput.Original(encoding: encoding, byteCount: byteCount)
    original.sha256 = hash.take()?.finish().hex
    return (piece, original)
  }

  private mutating func begin() {
    isBegun = true
    let start = FileStart(Array(head.prefix(FileStart.length)))
    guard start.compression == nil else {
      refusal = PreparedInput.Refusal(variant: 3)
      return
    }
    encoding = given ?? start.encoding
    switch encoding {
    case .utf16LittleEndian: transcoder = UTF16Transcoder(highByteIsFirst: false)
    case .utf16BigEndian: transcoder = UTF16Transcoder(highByteIsFirst: true)
    default: encoding = nil
    }
    let bytes = head
    head = []
    add(bytes.span)
  }

  private mutating func add(_ bytes: borrowing Span<UInt8>) {
    if transcoder == nil {
      for index in 0..<bytes.count { text.append(bytes[index]) }
    } else {
      transcoder?.append(bytes, to: &text)
    }
    flush(keeping: Self.pieceLength)
  }

  /// Writes the text at hand when it has more bytes than that.
  private mutating func flush(keeping limit: Int) {
    guard text.count > limit, refusal == nil else { return }
    do throws(ReadFailure) {
      try spool.file.write(text.span, at: position)
    } catch {
      refusal = PreparedInput.Refusal(variant: 0, facts: [Fact("reason", error.reason)])
    }
    position += text.count
    text.removeAll(keepingCapacity: true)
  }
}
