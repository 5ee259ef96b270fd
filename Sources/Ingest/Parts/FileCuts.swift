import Synchronization

/// Where a file is cut into parts, and how far each of these was read.
///
/// A class, because the threads that read its parts share it: one says before every block how far it
/// reaches, another one may put the end of its part somewhere behind that.
final class FileCuts: Sendable {
  private struct Part {
    /// Records that begin from here on are the part's.
    let start: Int
    /// Records that begin from here on are those of the next part.
    var limit: Int
    /// The byte up to which its reader looks at present, its first before it has begun; nil when it was
    /// read or cannot be cut.
    var reached: Int?

    var rest: Int { reached.map { limit - $0 } ?? 0 }
  }

  /// Whether it is read as a whole.
  let isWhole: Bool
  private let byteCount: Int
  private let ownCuts: Int?
  private let parts: Mutex<[Part]>

  init(_ cuts: [Int], byteCount: Int, isWhole: Bool, ownCuts: Int? = nil) {
    self.isWhole = isWhole
    self.byteCount = byteCount
    self.ownCuts = ownCuts
    let limits = cuts.dropFirst() + [byteCount]
    parts = Mutex(
      zip(cuts, limits).map { Part(start: $0, limit: $1, reached: isWhole ? nil : $0) })
  }

  /// How many parts there are.
  var count: Int { parts.withLock { $0.count } }

  /// How many bytes of its largest rest are not reached yet.
  var rest: Int { parts.withLock { $0.map(\.rest).max() ?? 0 } }

  /// The parts in the order of the file.
  var order: [Int] {
    parts.withLock { parts in parts.indices.sorted { parts[$0].start < parts[$1].start } }
  }

  /// From which byte on the records of a part begin.
  func start(of part: Int) -> Int {
    parts.withLock { $0[part].start }
  }

  /// The byte before which the records of a part begin.
  func limit(of part: Int) -> Int {
    parts.withLock { self.limit($0[part]) }
  }

  /// The same, while its reader looks at the bytes before `byte`, behind which it may be cut.
  func limit(of part: Int, reaching byte: Int) -> Int {
    parts.withLock { parts in
      parts[part].reached = byte
      if let ownCuts, parts[part].rest >= 2 * ownCuts { _ = Self.cut(part, in: &parts) }
      return limit(parts[part])
    }
  }

  /// The last part has all that follows, also when the file has grown.
  private func limit(_ part: Part) -> Int {
    part.limit == byteCount ? .max : part.limit
  }

  /// Says that a part was read.
  func end(_ part: Int) {
    parts.withLock { $0[part].reached = nil }
  }

  /// Says that the file is read as a whole after all.
  func keepWhole() {
    parts.withLock { parts in
      for part in parts.indices { parts[part].reached = nil }
    }
  }

  /// Cuts the largest rest in two, neither of which has fewer than `least` bytes. The result is the new
  /// part.
  func cut(least: Int) -> Int? {
    parts.withLock { parts in
      guard let part = parts.indices.max(by: { parts[$0].rest < parts[$1].rest }),
        parts[part].rest >= 2 * least
      else { return nil }
      return Self.cut(part, in: &parts)
    }
  }

  private static func cut(_ part: Int, in parts: inout [Part]) -> Int {
    let middle = parts[part].limit - parts[part].rest / 2
    parts.append(Part(start: middle, limit: parts[part].limit, reached: middle))
    parts[part].limit = middle
    return parts.count - 1
  }
}

/// Before which byte of a file the records begin that are to be read.
enum ReadingLimit {
  /// Before this one.
  case byte(Int)
  /// Before the end of a part, which may come nearer.
  case part(Int, FileCuts)

  /// The byte, while all before `byte` may be read.
  func limit(reaching byte: Int) -> Int {
    switch self {
    case .byte(let limit): limit
    case .part(let part, let cuts): cuts.limit(of: part, reaching: byte)
    }
  }
}
