/// The keys of a file's records, each with a number, and which follows which.
///
/// Most records have the same keys in the same order, written the same way: what stands between two
/// values, such as `, "total": `, is then compared as one run of bytes with what stood there before.
struct JSONKeyTable: Sendable {
  /// What stands between a value (or the record's begin) and the next value.
  struct Glue: Sendable {
    /// Its place in `bytes`.
    var start = 0
    /// How many bytes it has; 0: nothing is known.
    var count = 0
    /// The key in it.
    var key = 0
    /// Where in it the key's opening quote stands.
    var quote = 0
  }

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
  private(set) var glue = [Glue(), Glue()]

  /// The number of a key, which is new when it was not met before.
  mutating func number(of name: [UInt8]) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    glue += [Glue(), Glue()]
    return names.count - 1
  }

  /// Notes what stands before the value of `key` where `previous` came before it; -1: nothing did.
  mutating func note(_ text: [UInt8], quote: Int, key: Int, after previous: Int) {
    if bytes.count > Self.limit { forget() }
    let place = 2 * (previous + 1)
    glue[place + 1] = glue[place]
    glue[place] = Glue(start: bytes.count, count: text.count, key: key, quote: quote)
    bytes += text
    bytes += [UInt8](repeating: 0, count: 16)
  }

  private mutating func forget() {
    bytes.removeAll(keepingCapacity: true)
    for place in glue.indices { glue[place] = Glue() }
  }
}
