internal import CArchive

/// A zip archive: its members, one after the other in the order of their bytes.
///
/// Only an archive with a whole directory at its end is read: of one that was cut off nobody can say
/// what is missing.
@safe
public struct ZipArchive: ~Copyable {
  // Unsafe: memory of libarchive's, let go in `deinit`.
  private let archive: OpaquePointer
  /// It begins with the mark of its end. libarchive does not recognise such an archive.
  private let isEmpty: Bool

  /// Opens the archive that a part of a file is.
  public init(_ region: FileRegion) throws(ExpansionError) {
    isEmpty = region.begins(with: [0x50, 0x4B, 5, 6])
    guard let made = unsafe archive_read_new() else {
      preconditionFailure("there is memory for an archive")
    }
    unsafe archive = made
    guard !isEmpty else { return }
    let opened = unsafe [
      archive_read_support_format_zip_seekable(archive),
      archive_open_region(archive, region.descriptor, Int64(region.offset), Int64(region.count)),
    ]
    guard opened.allSatisfy({ $0 == ARCHIVE_OK }) else { throw damaged(expanded: 0) }
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  /// The next member; nil after the last.
  public mutating func next() throws(ExpansionError) -> ZipMember? {
    guard !isEmpty else { return nil }
    var entry: OpaquePointer?
    var name: UnsafePointer<CChar>?
    let status = unsafe archive_next_member(archive, &entry, &name)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
      throw damaged(expanded: 0)
    }
    // The name is libarchive's until the next member, and copied here.
    let text = unsafe name.map { unsafe String(cString: $0) } ?? ""
    let count = unsafe archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : nil
    return unsafe ZipMember(
      name: text, kind: Self.kind(entry, text),
      isEncrypted: archive_entry_is_encrypted(entry) != 0, count: count.map { Int($0) })
  }

  /// Hands the bytes of the member that `next` gave to `sink`, in pieces, until it returns false.
  /// Its checksum and length are checked.
  public mutating func expand(
    _ member: ZipMember, _ budget: inout ExpansionBudget,
    to sink: (borrowing Span<UInt8>) -> Bool
  ) throws(ExpansionError) {
    if let count = member.count { try budget.check(declared: count) }
    let before = unsafe archive_filter_bytes(archive, 0)
    var expanded = 0
    while true {
      var bytes: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let status = unsafe archive_read_data_block(archive, &bytes, &count, &offset)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK else { throw damaged(expanded: expanded) }
      guard count > 0 else { continue }
      expanded += count
      let compressed = unsafe Int(archive_filter_bytes(archive, 0) - before)
      try budget.spend(count, expanded: expanded, compressed: compressed)
      // Unsafe: the bytes are libarchive's until the next call, and handed down only.
      let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
      let isWanted = unsafe piece.withMemoryRebound(to: UInt8.self) { piece in
        unsafe sink(piece.span)
      }
      guard isWanted else { throw .stopped }
    }
  }

  private static func kind(_ entry: OpaquePointer, _ name: String) -> ZipMember.Kind {
    if name.hasSuffix("/") { return .folder }
    switch unsafe UInt32(archive_entry_filetype(entry)) & 0o170000 {
    case 0o100000, 0: return .file
    case 0o040000: return .folder
    case 0o120000: return .link
    default: return .other
    }
  }

  private func damaged(expanded: Int) -> ExpansionError {
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return .damaged(reason: text ?? "not a whole zip archive", expanded: expanded)
  }
}
