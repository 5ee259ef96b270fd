/// Takes tags, comments, and the content of `script` and `style` out of HTML.
enum HTMLStripping {
  private static let blocks = [
    (open: Array("<script".utf8), close: ByteSearch("</script>")),
    (open: Array("<!--".utf8), close: ByteSearch("-->")),
    (open: Array("<style".utf8), close: ByteSearch("</style>")),
  ]

  static func stripped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "<")) else { return text }
    return String(decoding: withoutTags(withoutBlocks(bytes)), as: UTF8.self)
  }

  private static func withoutBlocks(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    // Once an end is missing it is missing from there on: no second search.
    var isSearched = [Bool](repeating: true, count: blocks.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"),
        let place = blocks.indices.first(where: { isSearched[$0] && starts(bytes, index, $0) })
      {
        let block = blocks[place]
        if let stop = block.close.first(in: bytes, from: index + block.open.count) {
          index = stop + block.close.pattern.count
          continue
        }
        isSearched[place] = false
      }
      output.append(bytes[index])
      index += 1
    }
    return output
  }

  private static func starts(_ bytes: [UInt8], _ index: Int, _ block: Int) -> Bool {
    bytes[index...].starts(with: blocks[block].open)
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        guard let stop = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
          return output + bytes[index...]
        }
        index = stop + 1
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}
