import Diagnostics
import Ingest

/// The order in which findings are printed, of a million of them as well.
///
/// Places are sorted, and then the findings are put where they belong: a finding has many parts, and is
/// moved once or twice.
struct PrintingOrder {
  private struct Place {
    /// The place of the file among all, by name.
    let file: Int
    let line: Int
    let column: Int
    let index: Int
  }

  /// Puts findings in order.
  static func sort(_ findings: inout [PlacedFinding]) {
    let places = places(of: findings).sorted { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.line != right.line { return left.line < right.line }
      if left.column != right.column { return left.column < right.column }
      return isBefore(left.index, right.index, in: findings)
    }
    arrange(&findings, places.map(\.index))
  }

  private static func isBefore(_ left: Int, _ right: Int, in findings: [PlacedFinding]) -> Bool {
    if Finding.isInPrintingOrder(findings[left].finding, findings[right].finding) { return true }
    if Finding.isInPrintingOrder(findings[right].finding, findings[left].finding) { return false }
    return left < right
  }

  private static func places(of findings: [PlacedFinding]) -> [Place] {
    let names = Set(findings.indices.map { findings[$0].finding.location.file })
    let sorted = names.sorted { $0.isBefore($1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    return findings.indices.map { index in
      let location = findings[index].finding.location
      return Place(
        file: ranks[location.file] ?? 0, line: location.line ?? 0, column: location.column ?? 0,
        index: index)
    }
  }

  /// Puts at each place the finding that the order names for it, along cycles of places.
  ///
  /// Unsafe because findings are moved, not copied: the order names each place once, so that every place
  /// that was emptied is filled again.
  private static func arrange(_ findings: inout [PlacedFinding], _ order: [Int]) {
    var order = order
    unsafe findings.withUnsafeMutableBufferPointer { buffer in
      precondition(order.count == buffer.count, "the order names each place once")
      guard let places = buffer.baseAddress else { return }
      for start in order.indices where order[start] != start {
        let first = unsafe (places + start).move()
        var place = start
        while order[place] != start {
          let next = order[place]
          unsafe (places + place).moveInitialize(from: places + next, count: 1)
          order[place] = place
          place = next
        }
        unsafe (places + place).initialize(to: first)
        order[place] = place
      }
    }
  }
}
