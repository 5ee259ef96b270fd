/// Where a path of a template found a field the last time: records of one shape have it at one place.
struct LookupCell {
  private var shape = 0
  private var position = -1

  /// The field of that name; nil when the record has none.
  ///
  /// - Complexity: O(1) for a record of the same shape as the last one.
  mutating func field(_ name: Int32, of record: Record, in names: [String]) -> Value? {
    position(name, in: record.shape, names).map { record.value(at: $0) }
  }

  /// The place of the field of that name in records of a shape.
  mutating func position(_ name: Int32, in other: Record.Shape, _ names: [String]) -> Int? {
    let id = other.id
    if id == 0 || id != shape {
      position = other.position(of: names[Int(name)]) ?? -1
      shape = id
    }
    return position >= 0 ? position : nil
  }
}
