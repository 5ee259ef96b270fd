/// Finds line and byte column for libyaml's marks, which count code points.
struct YAMLPositions {
  private let bytes: [UInt8]
  private let firstLine: Int
  /// The byte offset of every 64th code point.
  private let steps: [Int]
  /// The byte offset of each line's start.
  private let lineStarts: [Int]

  private static let step = 64

  init(_ bytes: [UInt8], firstLine: Int) {
    var steps: [Int] = []
    var lineStarts = [0]
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        if scalars % Self.step == 0 { steps.append(offset) }
        scalars += 1
      }
      if Self.endsLine(bytes, at: offset) { lineStarts.append(offset + 1) }
    }
    self.bytes = bytes
    self.firstLine = firstLine
    self.steps = steps
    self.lineStarts = lineStarts
  }

  /// The place of the code point with that number (from 0).
  func position(ofScalar index: Int) -> YAMLPosition {
    guard index / Self.step < steps.count else { return position(ofByte: bytes.count) }
    var offset = steps[index / Self.step]
    var left = index % Self.step
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return position(ofByte: offset)
  }

  /// The place of the byte at that offset.
  func position(ofByte offset: Int) -> YAMLPosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return YAMLPosition(line: firstLine + low, column: offset - lineStarts[low] + 1)
  }

  private static func endsLine(_ bytes: [UInt8], at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n")
    default: false
    }
  }
}
