/// Where a path of a template found a field the last time: records of one shape have it at one place.
struct LookupCell {
  private var shape = 0
  private var position = -1

  /// The field of that name; nil when the record has none.
  ///
  /// - Complexity: O(1) for a record of the same shape as the last one.
  mutating func field(_ name: Int32, of record: Record, in names: [String]) -> Value? {
    let id = record.shape.id
    if id == 0 || id != shape {
      position = record.shape.position(of: names[Int(name)]) ?? -1
      shape = id
    }
    guard position >= 0 else { return nil }
    return record.value(at: position)
  }
}
