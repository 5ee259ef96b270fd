import CFormats

/// The mapping files that stand in the binary.
enum EmbeddedFormats {
  /// The formats that come with billfold, by name.
  static let all: [FormatMapping] = files.filter { $0.path != "headers.yaml" }.map { file in
    let name = String(file.path.dropLast(".yaml".count))
    let (format, problems) = FormatMappingReader.read(file.bytes, name: name)
    precondition(problems.isEmpty, "the mappings that come with billfold are right: \(problems)")
    return format
  }

  /// The bytes of a file; empty when there is none of that name.
  static func bytes(of path: String) -> [UInt8] {
    files.first { $0.path == path }?.bytes ?? []
  }

  /// The paths and bytes of all files.
  static let files: [(path: String, bytes: [UInt8])] = {
    // Unsafe: the table is constant data of the program, and its bytes are copied here.
    (0..<format_file_count).compactMap { index in
      guard let entry = unsafe format_entry(index) else { return nil }
      let bytes = unsafe UnsafeBufferPointer(
        start: entry.pointee.bytes, count: entry.pointee.count)
      return unsafe (String(cString: entry.pointee.path), Array(bytes))
    }
  }()
}
