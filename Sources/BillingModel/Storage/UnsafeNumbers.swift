internal import CByteScan

/// Numbers of 0 to 8 bytes in an array of bytes, through pointers.
///
/// Unsafe because the compiler does not see that a row lies in the array: each call checks that
/// first, once for all its rows, and no pointer outlives the call that lends it.
enum UnsafeNumbers {
  /// The number of a row whose bytes are in the array.
  @inline(__always)
  static func load(_ bytes: [UInt8], _ row: Int, width: Int) -> UInt64 {
    if width == 0 { return 0 }
    precondition(row >= 0 && (row + 1) * width <= bytes.count, "a number lies in its array")
    return unsafe bytes.withUnsafeBytes { raw in
      switch width {
      case 1: UInt64(unsafe raw[row])
      case 2: UInt64(unsafe raw.loadUnaligned(fromByteOffset: row * 2, as: UInt16.self))
      case 4: UInt64(unsafe raw.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
      default: unsafe raw.loadUnaligned(fromByteOffset: row * 8, as: UInt64.self)
      }
    }
  }

  /// Puts a number, which fits, into a row whose bytes are in the array.
  static func store(_ number: UInt64, _ bytes: inout [UInt8], _ row: Int, width: Int) {
    precondition(row >= 0 && (row + 1) * width <= bytes.count, "a number lies in its array")
    let little = number.littleEndian
    unsafe withUnsafeBytes(of: little) { source in
      for index in 0..<width { bytes[row * width + index] = unsafe source[index] }
    }
  }

  /// Appends a number, which fits.
  @inline(__always)
  static func append(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
    switch width {
    case 0: break
    case 1: bytes.append(UInt8(truncatingIfNeeded: number))
    default:
      unsafe withUnsafeBytes(of: number.littleEndian) { source in
        unsafe bytes.append(contentsOf: source.prefix(width))
      }
    }
  }

  /// Appends numbers, which fit.
  static func append(_ numbers: Span<UInt32>, width: Int, to bytes: inout [UInt8]) {
    guard width > 0, numbers.count > 0 else { return }
    unsafe append(numbers.count * width, to: &bytes) { target in
      unsafe numbers.withUnsafeBufferPointer { source in
        unsafe byte_scan_pack(source.baseAddress, source.count, Int32(width), target)
      }
    }
  }

  /// Appends bytes that `body` writes, all of them.
  private static func append(
    _ count: Int, to bytes: inout [UInt8], _ body: (UnsafeMutablePointer<UInt8>) -> Void
  ) {
    bytes.append(addingCapacity: count) { span in
      unsafe span.withUnsafeMutableBufferPointer { room, initialized in
        guard let first = room.baseAddress else { return }
        unsafe body(first + initialized)
        initialized += count
      }
    }
  }

  /// Appends numbers to an array.
  static func append(_ numbers: Span<Int64>, to array: inout [Int64]) {
    unsafe numbers.withUnsafeBufferPointer { unsafe array.append(contentsOf: $0) }
  }

  /// Writes the distances of mantissas to the least from a place of the array on, and eight zeros after
  /// them: whatever stood there is gone.
  static func append(
    distancesOf mantissas: [Int64], to least: Int64, width: Int, at start: Int,
    in bytes: inout [UInt8]
  ) {
    bytes.removeLast(bytes.count - start)
    unsafe append(mantissas.count * width + 8, to: &bytes) { target in
      unsafe byte_scan_pack_distances(mantissas, mantissas.count, least, Int32(width), target)
    }
  }

  /// The largest number; 0 when there is none.
  static func maximum(_ numbers: Span<UInt32>) -> UInt32 {
    unsafe numbers.withUnsafeBufferPointer { unsafe byte_scan_maximum($0.baseAddress, $0.count) }
  }

  /// The largest odd number that is not above a limit; 0 without one.
  static func largestOdd(_ numbers: Span<UInt32>, upTo limit: UInt32) -> UInt32 {
    unsafe numbers.withUnsafeBufferPointer {
      unsafe byte_scan_largest_odd($0.baseAddress, $0.count, limit)
    }
  }

  /// Whether one of the first numbers of an array is 0.
  static func hasZero(_ bytes: [UInt8], count: Int, width: Int) -> Bool {
    precondition(count * width <= bytes.count, "numbers lie in their array")
    return unsafe byte_scan_has_zero(bytes, count, Int32(width))
  }

  /// Reads the numbers of some rows of at most four bytes into an array that has room for them.
  static func read(_ bytes: [UInt8], _ rows: Range<Int>, width: Int, into result: inout [UInt32]) {
    precondition(rows.upperBound * width <= bytes.count, "numbers lie in their array")
    precondition(rows.count <= result.count, "the result has room for the rows")
    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe result.withUnsafeMutableBufferPointer { target in
        guard let target = target.baseAddress else { return }
        let first = unsafe source.baseAddress.map { unsafe $0 + rows.lowerBound * width }
        unsafe byte_scan_unpack(first, rows.count, Int32(width), target)
      }
    }
  }

  /// The eight bytes at a place, of which only the lowest `width` count.
  @inline(__always)
  static func load(_ bytes: [UInt8], at place: Int, width: Int) -> UInt64 {
    precondition(place >= 0 && place + 8 <= bytes.count, "a number lies in its array")
    let word = unsafe bytes.withUnsafeBytes {
      UInt64(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return width >= 8 ? word : word & (1 << (8 * UInt64(width)) - 1)
  }
}
