internal import CByteScan

/// Looking texts up in a dictionary, through pointers.
///
/// Unsafe because C reads the dictionary and the texts: their places are checked when they are
/// hashed, the dictionary's own are invariants of it, and no pointer outlives the call that lends it.
enum UnsafeTexts {
  /// A hash whose bits depend on all bytes.
  static func hash(_ text: Span<UInt8>) -> UInt32 {
    unsafe text.withUnsafeBufferPointer { unsafe byte_scan_hash($0.baseAddress, $0.count) }
  }

  /// Whether each text stands in these bytes.
  static func areInside(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>
  ) -> Bool {
    unsafe withSource(text, room) { source in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe byte_scan_are_inside(source, starts.baseAddress, lengths.baseAddress, starts.count)
        }
      }
    }
  }

  /// The slot of a key: its own, or the free one where it belongs.
  static func slot(of key: Span<UInt8>, hash: UInt32, in dictionary: TextDictionary) -> Int {
    unsafe withTable(dictionary) { table in
      unsafe key.withUnsafeBufferPointer { bytes in
        unsafe Int(byte_scan_slot(table, bytes.baseAddress, bytes.count, hash))
      }
    }
  }

  /// Looks texts up from one on and adds those that are new, until one has to be folded first or there
  /// is no room for it. The result is its place, or the batch's count. Texts of `base` have its codes.
  static func intern(
    _ batch: inout TextBatch, from index: Int, _ starts: Span<UInt32>, _ lengths: Span<UInt32>,
    in text: Span<UInt8>, room: Span<UInt8>, _ folding: TextDictionary.Folding,
    _ dictionary: inout TextDictionary, base: TextDictionary?
  ) -> Int {
    guard let base else {
      return unsafe withTable(&dictionary, folding) { table in
        unsafe intern(&batch, from: index, starts, lengths, in: text, room: room, table, base: nil)
      }
    }
    return unsafe withTable(base) { base in
      unsafe withTable(&dictionary, folding) { table in
        unsafe intern(&batch, from: index, starts, lengths, in: text, room: room, table, base: base)
      }
    }
  }

  private static func intern(
    _ batch: inout TextBatch, from index: Int, _ starts: Span<UInt32>, _ lengths: Span<UInt32>,
    in text: Span<UInt8>, room: Span<UInt8>, _ table: UnsafeMutablePointer<byte_scan_dictionary>,
    base: UnsafePointer<byte_scan_dictionary>?
  ) -> Int {
    let count = batch.count
    return unsafe withSource(text, room) { source in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          unsafe Int(
            byte_scan_intern(
              table, base, source, starts.baseAddress, lengths.baseAddress, index, count,
              &batch.hashes, &batch.hashed, &batch.codes))
        }
      }
    }
  }

  /// Puts the first codes, one for each group, in the places of the rows of the groups.
  static func spread(_ codes: inout [UInt32], to groups: Span<UInt32>) {
    precondition(groups.count <= codes.count, "there is room for the rows")
    unsafe groups.withUnsafeBufferPointer { groups in
      unsafe byte_scan_spread_32(&codes, groups.baseAddress, groups.count)
    }
  }

  private static func withSource<Result>(
    _ text: Span<UInt8>, _ room: Span<UInt8>, _ body: (byte_scan_source) -> Result
  ) -> Result {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe room.withUnsafeBufferPointer { room in
        unsafe body(
          byte_scan_source(
            bytes: text.baseAddress, room: room.baseAddress, byte_count: text.count,
            room_count: room.count))
      }
    }
  }

  /// Lends the dictionary to a look-up, which changes nothing of it.
  private static func withTable<Result>(
    _ dictionary: TextDictionary, _ body: (UnsafePointer<byte_scan_dictionary>) -> Result
  ) -> Result {
    unsafe dictionary.slots.withUnsafeBufferPointer { slots in
      unsafe dictionary.ends.withUnsafeBufferPointer { ends in
        unsafe dictionary.bytes.withUnsafeBufferPointer { keys in
          var table = unsafe byte_scan_dictionary(
            slots: UnsafeMutablePointer(mutating: slots.baseAddress),
            mask: UInt64(slots.count - 1), ends: UnsafeMutablePointer(mutating: ends.baseAddress),
            keys: UnsafeMutablePointer(mutating: keys.baseAddress), count: dictionary.count,
            most: 0, key_bytes: dictionary.byteCount, key_room: 0, folding: byte_scan_exact)
          return unsafe body(&table)
        }
      }
    }
  }

  /// Lends the dictionary to a function that may add keys.
  private static func withTable<Result>(
    _ dictionary: inout TextDictionary, _ folding: TextDictionary.Folding,
    _ body: (UnsafeMutablePointer<byte_scan_dictionary>) -> Result
  ) -> Result {
    let most = min(dictionary.mostTexts, dictionary.ends.count)
    let (count, byteCount) = (dictionary.count, dictionary.byteCount)
    return unsafe dictionary.slots.withUnsafeMutableBufferPointer { slots in
      unsafe dictionary.ends.withUnsafeMutableBufferPointer { ends in
        unsafe dictionary.bytes.withUnsafeMutableBufferPointer { keys in
          var table = unsafe byte_scan_dictionary(
            slots: slots.baseAddress, mask: UInt64(slots.count - 1), ends: ends.baseAddress,
            keys: keys.baseAddress, count: count, most: most, key_bytes: byteCount,
            key_room: keys.count, folding: folding.code)
          let result = unsafe body(&table)
          dictionary.count = unsafe table.count
          dictionary.byteCount = unsafe table.key_bytes
          return result
        }
      }
    }
  }
}

extension TextDictionary.Folding {
  fileprivate var code: byte_scan_folding {
    switch self {
    case .exact: byte_scan_exact
    case .guid: byte_scan_guid
    case .caseless: byte_scan_caseless
    }
  }
}
