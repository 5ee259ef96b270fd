internal import CByteScan

/// Looking texts up in a dictionary, through pointers.
///
/// Unsafe because C reads the dictionary and the texts: their places were checked when a batch took
/// them, the dictionary's own are invariants of it, and no pointer outlives the call that lends it.
enum UnsafeTexts {
  /// A hash whose bits depend on all bytes.
  static func hash(_ text: Span<UInt8>) -> UInt32 {
    unsafe text.withUnsafeBufferPointer { unsafe byte_scan_hash($0.baseAddress, $0.count) }
  }

  /// Copies the places of texts into a batch. False when one is not within its bytes.
  static func take(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, _ byteCount: Int, _ roomCount: Int,
    into batch: inout TextBatch
  ) -> Bool {
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe lengths.withUnsafeBufferPointer { lengths in
        unsafe byte_scan_take_texts(
          starts.baseAddress, lengths.baseAddress, starts.count, byteCount, roomCount,
          &batch.starts, &batch.lengths)
      }
    }
  }

  /// Hashes the texts of a batch, which stand in these bytes.
  static func hash(_ batch: inout TextBatch, in text: Span<UInt8>, room: Span<UInt8>) {
    unsafe withSource(text, room) { source in
      unsafe byte_scan_hashes(
        source, batch.starts, batch.lengths, batch.count, &batch.hashes)
    }
  }

  /// The slot of a key: its own, or the free one where it belongs.
  static func slot(of key: Span<UInt8>, hash: UInt32, in dictionary: TextDictionary) -> Int {
    unsafe withTable(dictionary, .exact) { table in
      unsafe key.withUnsafeBufferPointer { bytes in
        unsafe Int(byte_scan_slot(table, bytes.baseAddress, bytes.count, hash))
      }
    }
  }

  /// Looks texts up from one on, until one is not there or has to be folded first. The result is its
  /// place, or the batch's count; and the slot where it belongs, negative when it has to be folded.
  static func lookUp(
    _ batch: inout TextBatch, from index: Int, _ text: Span<UInt8>, room: Span<UInt8>,
    _ folding: TextDictionary.Folding, _ dictionary: TextDictionary
  ) -> (index: Int, slot: Int) {
    var slot = 0
    let count = batch.count
    let stopped = unsafe withTable(dictionary, folding) { table in
      unsafe withSource(text, room) { source in
        unsafe byte_scan_look_up(
          table, source, batch.starts, batch.lengths, batch.hashes, index, count,
          &batch.codes, &slot)
      }
    }
    return (Int(stopped), slot)
  }

  private static func withSource<Result>(
    _ text: Span<UInt8>, _ room: Span<UInt8>, _ body: (byte_scan_source) -> Result
  ) -> Result {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe room.withUnsafeBufferPointer { room in
        unsafe body(byte_scan_source(bytes: text.baseAddress, room: room.baseAddress))
      }
    }
  }

  private static func withTable<Result>(
    _ dictionary: TextDictionary, _ folding: TextDictionary.Folding,
    _ body: (UnsafePointer<byte_scan_dictionary>) -> Result
  ) -> Result {
    unsafe dictionary.slots.withUnsafeBufferPointer { slots in
      unsafe dictionary.ends.withUnsafeBufferPointer { ends in
        unsafe dictionary.bytes.withUnsafeBufferPointer { keys in
          var table = unsafe byte_scan_dictionary(
            slots: slots.baseAddress, mask: UInt64(slots.count - 1), ends: ends.baseAddress,
            keys: keys.baseAddress, folding: folding.code)
          return unsafe body(&table)
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
