import Synchronization

/// Runs work on several threads; results stand in the order of the work, not of its end.
enum Parallel {
  /// The results of `body` for 0 up to `count`, by at most `jobs` tasks at a time.
  ///
  /// - Parameter order: the order in which the work is begun; nil: ascending.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, order: [Int]? = nil, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    let order = order ?? Array(0..<count)
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, count) {
        group.addTask { @concurrent in
          while true {
            let place = next.add(1, ordering: .relaxed).oldValue
            guard place < count else { return }
            let index = order[place]
            let result = body(index)
            results.withLock { $0[index] = result }
          }
        }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
