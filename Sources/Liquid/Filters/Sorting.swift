/// Stable sorting of values; nil comes last.
enum Sorting {
  /// Sorts by the items themselves, or by a property of them.
  static func sorted(
    _ items: [Value], by property: Value,
    _ order: (Value, Value) throws(Problem) -> Int
  ) throws(Problem) -> [Value] {
    var entries: [(key: Value, index: Int)] = []
    for (index, item) in items.enumerated() {
      guard !property.isNil else {
        entries.append((item, index))
        continue
      }
      guard case .value(let key) = try Selected(property, of: item) else {
        throw .cannotSelect(try property.printed())
      }
      entries.append((key, index))
    }
    var failure: Problem?
    entries.sort { left, right in
      do throws(Problem) {
        let order = try order(left.key, right.key)
        return order == 0 ? left.index < right.index : order < 0
      } catch {
        failure = failure ?? error
        return left.index < right.index
      }
    }
    if let failure { throw failure }
    return entries.map { items[$0.index] }
  }

  /// Numbers by value, text by its bytes, dates by time.
  static func order(_ left: Value, _ right: Value) throws(Problem) -> Int {
    if left.isNil || right.isNil { return (left.isNil ? 1 : 0) - (right.isNil ? 1 : 0) }
    guard left.hasOrder, right.hasOrder, let order = left.order(right) else {
      throw .noOrder(left, right)
    }
    return order
  }

  /// By the text of the values, upper and lower case of ASCII letters alike.
  static func naturalOrder(_ left: Value, _ right: Value) throws(Problem) -> Int {
    if left.isNil || right.isNil { return (left.isNil ? 1 : 0) - (right.isNil ? 1 : 0) }
    let left = folded(try left.printed())
    let right = folded(try right.printed())
    if left.lexicographicallyPrecedes(right) { return -1 }
    return left == right ? 0 : 1
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
  }
}
