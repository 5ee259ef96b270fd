import Ingest
import Synchronization

/// What is read next, by whichever thread is free.
///
/// Files that may list people come first, then the largest. Large files that name people wait until
/// these are known. When no file is left that nobody reads, a free thread takes half of what another one
/// still has before it: threads end at about the same time, and few rows have to be put together.
///
/// A class, because all threads take from the one queue.
final class ReadingQueue: Sendable {
  /// A part of a file.
  struct Work: Sendable {
    let file: Int
    let part: Int
    let people: KnownPeople?
  }

  private struct State {
    /// The files that nobody has begun, the first one last.
    var waiting: [Int]
    /// The files that may list people and are not read yet.
    var listing: Set<Int>
    var arePeopleKnown: Bool
    /// What the parts of each file gave.
    var parts: [[PartReading?]]
    /// How many parts of each file are being read.
    var open: [Int]
    var readings: [[TableReading]]
    var people: KnownPeople?
    /// Who waits for people.
    var sleepers: [CheckedContinuation<Void, Never>] = []
  }

  private enum Step {
    case work(Work)
    case wait
    case end
  }

  private let files: [FileParts]
  /// Those that name people.
  private let naming: Set<Int>
  /// Those that may list people; none when nobody names them.
  private let listing: Set<Int>
  private let state: Mutex<State>

  init(_ files: [FileParts]) {
    self.files = files
    naming = Set(files.indices.filter { files[$0].namesPeople })
    let listing = naming.isEmpty ? [] : Set(files.indices.filter { files[$0].mayListPeople })
    let order = files.indices.sorted { left, right in
      if listing.contains(left) != listing.contains(right) { return listing.contains(left) }
      return (files[right].byteCount, left) < (files[left].byteCount, right)
    }
    self.listing = listing
    state = Mutex(
      State(
        waiting: order.reversed(), listing: listing, arePeopleKnown: listing.isEmpty,
        parts: files.map { _ in [nil] },
        open: files.map { _ in 0 }, readings: files.map { _ in [] }))
  }

  /// Reads every file on so many threads.
  static func read(_ files: [FileParts], jobs: Int) async -> ([[TableReading]], KnownPeople?) {
    let queue = ReadingQueue(files)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs { group.addTask { @concurrent in await queue.work() } }
    }
    return queue.state.withLock { ($0.readings, $0.people) }
  }

  /// Reads until nothing is left.
  private func work() async {
    while true {
      switch next() {
      case .work(let work):
        var file = files[work.file]
        file.options.people = work.people
        end(work, FileReader.read(file, part: work.part))
      case .wait: await waitForPeople()
      case .end: return
      }
    }
  }

  private func next() -> Step {
    state.withLock { state in
      let isFree = state.arePeopleKnown
      let ready = state.waiting.lastIndex { isFree || !naming.contains($0) }
      if let ready {
        let file = state.waiting.remove(at: ready)
        state.open[file] += 1
        return .work(work(file, part: 0, state))
      }
      let largest = files.indices.filter { state.open[$0] > 0 }.max {
        files[$0].rest < files[$1].rest
      }
      if let largest, let part = files[largest].cut() {
        state.open[largest] += 1
        state.parts[largest].append(nil)
        return .work(work(largest, part: part, state))
      }
      return state.waiting.isEmpty ? .end : .wait
    }
  }

  private func work(_ file: Int, part: Int, _ state: borrowing State) -> Work {
    Work(file: file, part: part, people: naming.contains(file) ? state.people : nil)
  }

  private func end(_ work: Work, _ reading: PartReading) {
    let parts: [PartReading]? = state.withLock { state in
      state.parts[work.file][work.part] = reading
      state.open[work.file] -= 1
      guard state.open[work.file] == 0 else { return nil }
      defer { state.parts[work.file] = [] }
      return state.parts[work.file].compactMap { $0 }
    }
    guard let parts else { return }
    let readings = FileReader.join(files[work.file], parts)
    let wasLastListing = state.withLock { state in
      state.readings[work.file] = readings
      return state.listing.remove(work.file) != nil && state.listing.isEmpty
    }
    if wasLastListing { meetPeople() }
  }

  /// Puts the people together, all of whom were read, and wakes those who wait for them.
  private func meetPeople() {
    var readings = state.withLock { state in
      files.indices.map { file in
        defer { if listing.contains(file) { state.readings[file] = [] } }
        return listing.contains(file) ? state.readings[file] : []
      }
    }
    let people = KnownPeople.of(&readings)
    let sleepers = state.withLock { state in
      for file in listing { state.readings[file] = readings[file] }
      state.people = people
      state.arePeopleKnown = true
      defer { state.sleepers = [] }
      return state.sleepers
    }
    for sleeper in sleepers { sleeper.resume() }
  }

  private func waitForPeople() async {
    await withCheckedContinuation { continuation in
      let isLate = state.withLock { state in
        if !state.arePeopleKnown { state.sleepers.append(continuation) }
        return state.arePeopleKnown
      }
      if isLate { continuation.resume() }
    }
  }
}
