/// Room for keys, and the slots in which they are looked up.
extension TextDictionary {
  /// Adds a key that is not there.
  mutating func add(_ key: Span<UInt8>, hash: UInt32) -> UInt32 {
    makeRoom(forKeyOf: key.count)
    let code = UInt32(count)
    for index in key.indices { bytes[byteCount + index] = key[index] }
    byteCount += key.count
    ends[count] = UInt32(byteCount)
    slots[UnsafeTexts.slot(of: key, hash: hash, in: self)] = UInt64(hash) << 32 | UInt64(code + 1)
    count += 1
    return code
  }

  /// How many texts the slots take. Small tables stay emptier: they are in the processor's cache, and
  /// a key is then found at its first slot. The largest are filled up further, because they are memory.
  var mostTexts: Int { Self.mostTexts(slots.count) }

  private static func mostTexts(_ slots: Int) -> Int {
    switch slots {
    case ...(1 << 14): slots / 4
    case ...(1 << 17): slots / 2
    case ...(1 << 21): slots / 4 * 3
    default: slots / 8 * 7
    }
  }

  /// Makes room for one more key, and for a few that follow it.
  private mutating func makeRoom(forKeyOf length: Int) {
    precondition(byteCount + length < Int(UInt32.max), "a dictionary holds less than 4 GiB of text")
    if count >= mostTexts { grow(to: Self.slots(for: count + 1, atLeast: slots.count)) }
    if count == ends.count { Self.extend(&ends, by: max(16, count / 16), with: 0) }
    if byteCount + length + Self.slack > bytes.count {
      Self.extend(&bytes, by: max(128, length + Self.slack, byteCount / 16), with: 0)
    }
  }

  /// Makes an array longer. It moves seldom: memory that it does not use yet costs nothing.
  private static func extend<Element>(
    _ array: inout [Element], by count: Int, with element: Element
  ) {
    if array.count + count > array.capacity { array.reserveCapacity((array.count + count) * 4) }
    array += repeatElement(element, count: count)
  }

  /// Forgets where texts are looked up: the dictionary is only to be merged into another one.
  mutating func forgetSlots() {
    slots = []
  }

  mutating func findSlots() {
    slots = [UInt64](repeating: 0, count: Self.slots(for: count, atLeast: 16))
    for code in 0..<UInt32(count) {
      let hash = hash(of: code)
      slots[slot(of: code)] = UInt64(hash) << 32 | UInt64(code + 1)
    }
  }

  private func hash(of code: UInt32) -> UInt32 {
    UnsafeTexts.hash(bytes.span.extracting(range(code)))
  }

  /// Makes slots and room for so many texts, so that nothing is moved while these come.
  mutating func expect(_ texts: Int) {
    let size = Self.slots(for: texts, atLeast: slots.count)
    if size > slots.count { grow(to: size) }
    ends.reserveCapacity(texts)
    bytes.reserveCapacity(texts * Self.expectedLength)
  }

  /// About how many bytes an id has.
  private static let expectedLength = 32

  private static func slots(for texts: Int, atLeast least: Int) -> Int {
    var size = least
    while mostTexts(size) < texts { size *= size <= 1 << 16 ? 4 : 2 }
    return size
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt64](repeating: 0, count: size)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  static func code(_ entry: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: entry)) - 1
  }
}
