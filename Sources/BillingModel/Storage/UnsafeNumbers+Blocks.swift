internal import CByteScan

/// Whole blocks of numbers at once.
extension UnsafeNumbers {
  /// Replaces codes plus 1 in an array, from the code `first` on, by those of a map, which fit the width.
  static func recode(
    _ bytes: inout [UInt8], count: Int, width: Int, by map: [UInt32], from first: Int
  ) {
    precondition(count * width <= bytes.count, "numbers lie in their array")
    let areKnown = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe byte_scan_recode(bytes.baseAddress, count, Int32(width), map, map.count, first)
    }
    precondition(areKnown, "a map has every code")
  }

  /// The places of the numbers that are chosen by a flag.
  static func choose(
    _ numbers: [UInt32], count: Int, _ flags: [Bool], into places: inout [UInt32]
  ) -> Int {
    precondition(count <= numbers.count && count <= places.count, "there is room for each place")
    return unsafe byte_scan_choose(numbers, count, flags, flags.count, &places)
  }

  /// Reads numbers from the distances that stand from a place of the array on.
  static func read(
    _ bytes: [UInt8], at start: Int, count: Int, least: Int64, width: Int,
    into numbers: inout [Int64]
  ) {
    precondition(start + count * width + 8 <= bytes.count + width, "numbers lie in their array")
    precondition(count <= numbers.count, "there is room for the numbers")
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe byte_scan_unpack_distances(first + start, count, least, Int32(width), &numbers)
    }
  }

  /// Adds the distances that stand from a place of the array on to the sums of their keys.
  static func sum(
    _ bytes: [UInt8], at start: Int, count: Int, width: Int, keys: [UInt32],
    into sums: inout [UInt64], _ counts: inout [UInt32]
  ) {
    precondition(width <= 6 && count <= 1024, "no sum overflows")
    precondition(start + count * width + 8 <= bytes.count + width, "numbers lie in their array")
    precondition(count <= keys.count && sums.count == counts.count, "there is a key for each")
    unsafe keys.withUnsafeBufferPointer { keys in
      let largest = unsafe byte_scan_maximum(keys.baseAddress, count)
      precondition(Int(largest) < sums.count, "there is a sum for each key")
    }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe byte_scan_sum_by_key(first + start, count, Int32(width), keys, &sums, &counts)
    }
  }

  /// Marks where products are those of two factors, divided by a third: 2 for exactly, 1 for rounded to the
  /// nearest whole number.
  static func markProducts(
    _ products: [Int64], of left: [Int64], and right: [Int64], factor: Int64, count: Int,
    into marks: inout [UInt8]
  ) {
    precondition(
      count <= min(products.count, left.count, right.count, marks.count), "blocks have one size")
    unsafe byte_scan_mark_products(left, right, products, count, factor, &marks)
  }

  /// Marks where totals are exactly the first numbers less the second plus the third.
  static func markSums(
    _ totals: [Int64], of first: [Int64], less: [Int64], plus: [Int64], count: Int,
    into marks: inout [Bool]
  ) {
    precondition(
      count <= min(totals.count, first.count, less.count, plus.count, marks.count),
      "blocks have one size")
    unsafe byte_scan_mark_sums(totals, first, less, plus, count, &marks)
  }
}
