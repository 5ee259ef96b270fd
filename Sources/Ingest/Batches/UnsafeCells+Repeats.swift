internal import CByteScan

/// Finding what records repeat, in C.
///
/// Unsafe because C reads positions and bytes between them: the positions are those of an index of the
/// bytes, of at least as many records, and groups are below the records that they are for.
extension UnsafeCells {
  /// The columns that records often repeat; empty when there are none.
  static func repeatedColumns(
    _ bytes: Span<UInt8>, _ positions: [UInt32], stride: Int, count: Int
  ) -> Range<Int> {
    check(bytes, positions, first: 0, stride: stride, count: count)
    return unsafe withPointers(bytes, positions) { bytes, positions in
      let found = unsafe byte_scan_repeated_columns(bytes, positions, stride, count)
      return found.first..<found.first + found.count
    } ?? 0..<0
  }

  /// Groups records from the position `first` on by the columns that they repeat.
  static func group(
    _ bytes: Span<UInt8>, _ positions: [UInt32], first: Int, stride: Int, count: Int,
    into repeats: inout BatchRepeats
  ) {
    check(bytes, positions, first: first, stride: stride, count: count)
    precondition(count <= repeats.groupsOfRecords.count, "there is room for the records")
    precondition(repeats.columns.upperBound <= stride, "the columns are those of the records")
    let columns = byte_scan_columns(first: repeats.columns.lowerBound, count: repeats.columns.count)
    let groups = unsafe withPointers(bytes, positions) { bytes, positions in
      unsafe byte_scan_group_records(
        bytes, positions + first, stride, columns, count, &repeats.firstRecords,
        &repeats.groupsOfRecords)
    }
    repeats.groupCount = groups ?? 0
    repeats.count = count
  }

  private static func check(
    _ bytes: Span<UInt8>, _ positions: [UInt32], first: Int, stride: Int, count: Int
  ) {
    precondition(first + stride * count < positions.count, "the positions are those of an index")
    precondition(Int(positions[first + stride * count]) < bytes.count, "records lie in their bytes")
  }

  static func spread(_ values: inout [UInt8], to groups: ArraySlice<UInt32>) {
    precondition(groups.count <= values.count, "there is room for the records")
    unsafe groups.withUnsafeBufferPointer {
      unsafe byte_scan_spread_8(&values, $0.baseAddress, $0.count)
    }
  }

  static func spread(_ values: inout [UInt32], to groups: ArraySlice<UInt32>) {
    precondition(groups.count <= values.count, "there is room for the records")
    unsafe groups.withUnsafeBufferPointer {
      unsafe byte_scan_spread_32(&values, $0.baseAddress, $0.count)
    }
  }

  static func spread(_ values: inout [Int64], to groups: ArraySlice<UInt32>) {
    precondition(groups.count <= values.count, "there is room for the records")
    unsafe groups.withUnsafeBufferPointer {
      unsafe byte_scan_spread_64(&values, $0.baseAddress, $0.count)
    }
  }
}
