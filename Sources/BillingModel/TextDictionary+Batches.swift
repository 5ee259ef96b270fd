/// Many texts at once, and those of another dictionary.
extension TextDictionary {
  /// Adds every text of another dictionary that compares texts alike. The result gives the new code of
  /// each of its codes; nil when the codes stay as they are.
  mutating func merge(_ other: TextDictionary) -> [UInt32]? {
    precondition(folding == other.folding, "dictionaries of one domain are merged")
    guard other.count > 0 else { return nil }
    guard count > 0 else {
      self = other
      if slots.isEmpty { findSlots() }
      return nil
    }
    let countBefore = count
    var map = [UInt32](repeating: 0, count: other.count)
    var batch = TextBatch()
    for first in stride(from: 0, to: other.count, by: TextBatch.size) {
      let codes = first..<min(other.count, first + TextBatch.size)
      intern(keysOf: other, codes, &batch)
      for index in codes { map[index] = batch.codes[index - first] &- 1 }
    }
    for (code, spelling) in other.spellings where map[Int(code)] >= countBefore {
      spellings[map[Int(code)]] = spelling
    }
    return map
  }

  /// Looks keys of another dictionary up, which are folded already, and adds those that are new.
  private mutating func intern(
    keysOf other: TextDictionary, _ codes: Range<Int>, _ batch: inout TextBatch
  ) {
    let start = other.range(UInt32(codes.lowerBound)).lowerBound
    let end = other.range(UInt32(codes.upperBound - 1)).upperBound
    var starts: [UInt32] = []
    var lengths: [UInt32] = []
    for code in codes {
      let range = other.range(UInt32(code))
      starts.append(UInt32(range.lowerBound - start))
      lengths.append(UInt32(range.count))
    }
    intern(
      starts.span, lengths.span, in: other.bytes.span.extracting(start..<end), room: Span(),
      .exact, &batch)
  }

  /// Looks texts up, and adds those that are new. Codes are given plus 1; 0 for none. Texts that `base`
  /// has keep its codes, those of the others are counted on from there.
  mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ batch: inout TextBatch, base: TextDictionary? = nil
  ) {
    intern(starts, lengths, in: text, room: room, folding, &batch, base: base)
  }

  private mutating func intern(
    _ starts: Span<UInt32>, _ lengths: Span<UInt32>, in text: Span<UInt8>, room: Span<UInt8>,
    _ folding: Folding, _ batch: inout TextBatch, base: TextDictionary? = nil
  ) {
    batch.begin(starts, lengths, in: text, room: room)
    var index = 0
    while case let stopped = UnsafeTexts.intern(
      &batch, from: index, starts, lengths, in: text, room: room, folding, &self, base: base),
      stopped < batch.count
    {
      // There is no room for it, or it has to be folded first.
      let code = TextBatch.withText(starts[stopped], lengths[stopped], in: text, room: room) {
        if let base, let known = base.code(of: $0) { return known }
        let code = folding == .exact ? intern(key: $0, spelling: nil) : intern($0)
        return code + UInt32(base?.count ?? 0)
      }
      batch.codes[stopped] = code + 1
      index = stopped + 1
    }
  }
}
