internal import CByteScan

/// Reading cells in C.
///
/// Unsafe because C reads bytes at positions that an earlier call has found: they are checked against
/// the bytes at hand, which go on for `slack` bytes after the last record, and no pointer outlives the
/// call that lends it.
enum UnsafeCells {
  /// How many bytes after the last record can be read.
  static let slack = 32

  private static let variant = byte_scan_best_variant()

  /// An array of numbers that mean nothing until an index writes them. Few of them are used, and memory
  /// that nothing touches costs nothing.
  static func untouched(_ count: Int) -> [UInt32] {
    // Unsafe: an index counts what it wrote, and no more of it is read.
    unsafe [UInt32](unsafeUninitializedCapacity: count) { _, initialized in initialized = count }
  }

  static func index(
    _ bytes: Span<UInt8>, delimiter: UInt8, isASCII: Bool, positions: inout [UInt32],
    ends: inout [UInt32]
  ) -> byte_scan_index_result {
    precondition(
      positions.count >= bytes.count + 65 && ends.count >= bytes.count + 64,
      "an index has room for a position at each byte")
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe positions.withUnsafeMutableBufferPointer { positions in
        guard let first = positions.baseAddress else { return byte_scan_index_result() }
        return unsafe byte_scan_index(
          variant, bytes.baseAddress, bytes.count, delimiter, isASCII, first + 1, &ends)
      }
    }
  }

  static func regularRecords(_ ends: [UInt32], count: Int, stride: Int) -> Int {
    precondition(count <= ends.count, "the line ends are those of an index")
    return unsafe byte_scan_regular_records(ends, count, stride, 0)
  }

  /// How many bytes, from the first on, are valid UTF-8.
  static func validLength(of bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe byte_scan_invalid_utf8(variant, $0.baseAddress, $0.count)
    }
  }

  static func hasHighBytes(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe byte_scan_has_high($0.baseAddress, $0.count) }
  }

  static func extents(
    _ bytes: Span<UInt8>, _ positions: [UInt32], first: Int, stride: Int, count: Int,
    innerLines: Range<Int>, into extents: inout BatchExtents
  ) {
    precondition(first + stride * count < positions.count, "the positions are those of an index")
    precondition(count <= extents.lines.count, "there is room for the records")
    unsafe withPointers(bytes, positions) { bytes, positions in
      unsafe byte_scan_extents(
        bytes, positions + first, stride, count, innerLines.lowerBound, innerLines.upperBound,
        &extents.lines, &extents.lengths)
    }
  }

  /// Reads the cells of a column: those of some of the records, or of all.
  static func read(
    _ place: CellPlace, of records: ArraySlice<UInt32>?, _ bytes: Span<UInt8>,
    _ positions: [UInt32], into column: inout BatchCells.Column, _ odd: inout [UInt8],
    room: inout [UInt8], used: inout Int
  ) {
    guard let records else {
      return unsafe read(
        place, of: nil, count: place.count, bytes, positions, into: &column, &odd, room: &room,
        used: &used)
    }
    precondition(Int(records.last ?? 0) < max(1, place.count), "the records are those at hand")
    unsafe records.withUnsafeBufferPointer {
      unsafe read(
        place, of: $0.baseAddress, count: $0.count, bytes, positions, into: &column, &odd,
        room: &room, used: &used)
    }
  }

  private static func read(
    _ place: CellPlace, of records: UnsafePointer<UInt32>?, count: Int, _ bytes: Span<UInt8>,
    _ positions: [UInt32], into column: inout BatchCells.Column, _ odd: inout [UInt8],
    room: inout [UInt8], used: inout Int
  ) {
    let last = place.first + place.stride * max(0, place.count - 1) + 1
    precondition(last < positions.count, "the positions are those of an index")
    precondition(Int(positions[last]) + slack < bytes.count, "bytes follow the last cell")
    precondition(count <= odd.count && place.count <= odd.count, "there is room for the records")
    unsafe withPointers(bytes, positions) { bytes, positions in
      var cells = unsafe byte_scan_cells(
        bytes: bytes, positions: positions + place.first, stride: place.stride,
        records: records, count: count, is_last: place.isLast, is_required: column.plan.isRequired)
      unsafe room.withUnsafeMutableBufferPointer { bytes in
        var room = unsafe byte_scan_room(
          bytes: bytes.baseAddress, capacity: bytes.count, count: used)
        unsafe read(&cells, into: &column, &odd, &room)
        used = unsafe room.count
      }
    }
  }

  private static func read(
    _ cells: UnsafePointer<byte_scan_cells>, into column: inout BatchCells.Column,
    _ odd: inout [UInt8], _ room: UnsafeMutablePointer<byte_scan_room>
  ) {
    switch column.plan.kind {
    case .text(let hasNullWords):
      unsafe byte_scan_texts(
        cells, hasNullWords, room, &column.numbers, &column.lengths, &odd)
    case .extra: unsafe byte_scan_texts(cells, false, room, &column.numbers, &column.lengths, &odd)
    case .date: unsafe byte_scan_dates(cells, &column.numbers, &odd)
    case .decimal(let mark, let threeAreOdd):
      unsafe byte_scan_decimals(
        cells, mark, threeAreOdd, &column.wide, &column.decimals, &odd)
    case .whole(let negativeAreOdd):
      unsafe byte_scan_wholes(cells, negativeAreOdd, &column.wide, &odd)
    case .currency: unsafe byte_scan_codes(cells, BatchPlan.currencies, &column.numbers, &odd)
    case .word(let list):
      unsafe byte_scan_words(cells, list, list.count / 32, &column.numbers, &odd)
    }
  }

  /// Appends bytes to an array.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// How many of the first bytes from `range` are not 0.
  static func countOfOthers(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.upperBound <= bytes.count, "the range is one of the array")
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return 0 }
      return unsafe byte_scan_count(first + range.lowerBound, range.count)
    }
  }

  @discardableResult
  static func withPointers<Result>(
    _ bytes: Span<UInt8>, _ positions: [UInt32],
    _ body: (UnsafePointer<UInt8>, UnsafePointer<UInt32>) -> Result
  ) -> Result? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe positions.withUnsafeBufferPointer { positions in
        guard let bytes = bytes.baseAddress, let positions = positions.baseAddress else {
          return nil
        }
        return unsafe body(bytes, positions)
      }
    }
  }
}
