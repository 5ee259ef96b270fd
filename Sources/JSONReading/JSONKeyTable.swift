internal import CJSONScan

/// The keys of a file's records, each with a number, and which follows which.
///
/// Most records have the same keys in the same order, written the same way: what stands between two
/// values, such as `, "total": `, is then compared as one run of bytes with what stood there before.
struct JSONKeyTable: Sendable {
  /// The longest glue that is kept. Longer ones are left to `JSONCursor`.
  static let longest = 4096
  /// How many bytes of glue are kept before all is forgotten.
  private static let limit = 1 << 18

  /// The keys' content, escapes resolved, in order of first appearance.
  private(set) var names: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  /// The bytes of all glue, each followed by 16 zeros so that blocks can be compared.
  private(set) var bytes: [UInt8] = []
  /// Two for each key and for the begin of a record: what followed it last, and before that.
  private(set) var glue = [json_glue(), json_glue()]

  /// The number of a key, which is new when it was not met before.
  mutating func number(of name: [UInt8]) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    glue += [json_glue(), json_glue()]
    return names.count - 1
  }

  /// Notes what stands before the value of `key` where `previous` came before it; -1: nothing did.
  mutating func note(_ text: [UInt8], quote: Int, key: Int, after previous: Int) {
    if bytes.count > Self.limit { forget() }
    let place = 2 * (previous + 1)
    glue[place + 1] = glue[place]
    glue[place + 1].step -= 1
    glue[place] = UnsafeJSONScan.glue(text, key: key, quote: quote, start: bytes.count)
    glue[place].step = Int32(2 * (key + 1) - place)
    bytes += text
    bytes += [UInt8](repeating: 0, count: 16)
  }

  private mutating func forget() {
    bytes.removeAll(keepingCapacity: true)
    for place in glue.indices { glue[place] = json_glue() }
  }
}
