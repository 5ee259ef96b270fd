import Synchronization

/// Runs work on several threads; results stand in the order of the work, not of its end.
enum Parallel {
  /// What the threads share. A class, because all of them take from the one queue.
  private final class Queue<Result: Sendable>: Sendable {
    private let next = Atomic(0)
    private let results: Mutex<[Result?]>
    private let order: [Int]

    init(_ order: [Int]) {
      self.order = order
      results = Mutex(Array(repeating: nil, count: order.count))
    }

    /// Does work until none is left.
    func work(_ body: @Sendable (Int) -> Result) {
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < order.count else { return }
        let index = order[place]
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }

    func finished() -> [Result] {
      results.withLock { $0.compactMap { $0 } }
    }
  }

  /// The results of `body` for 0 up to `count`, by at most `jobs` tasks at a time. `order` is that in
  /// which the work is begun; nil: ascending.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, order: [Int]? = nil, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let queue = Queue<Result>(order ?? Array(0..<count))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, count) {
        group.addTask { @concurrent in queue.work(body) }
      }
    }
    return queue.finished()
  }

  private enum Piece<Result: Sendable, Other: Sendable>: Sendable {
    case result(Result)
    case other(Other)
  }

  /// The results of `body` for 0 up to `count`, and one of other work, which is begun first.
  static func map<Result: Sendable, Other: Sendable>(
    _ count: Int, jobs: Int, beside other: @escaping @Sendable () -> Other,
    _ body: @escaping @Sendable (Int) -> Result
  ) async -> (results: [Result], other: Other) {
    var results: [Result] = []
    results.reserveCapacity(count)
    var found: Other?
    for piece in await map(
      count + 1, jobs: jobs,
      { place -> Piece<Result, Other> in
        place == 0 ? .other(other()) : .result(body(place - 1))
      })
    {
      switch piece {
      case .result(let result): results.append(result)
      case .other(let other): found = other
      }
    }
    guard let found else { preconditionFailure("all work is done") }
    return (results, found)
  }
}
