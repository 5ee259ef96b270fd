internal import Reporting
internal import Synchronization

/// How one field of a thing is written.
struct FieldPlan: Sendable {
  let cell: CellPlan
  /// The field's name.
  let label: String
  /// What stands before its value.
  let open: String

  init(_ column: ReportColumn, _ kind: String, _ columns: [ReportColumn], _ wording: Wording) {
    cell = CellPlan(column.id, columns, .none, wording)
    label = HTMLText.escaped(
      wording.text(firstOf: ["detail.\(kind).\(column.id)", "column.\(column.id).label"]))
    open = "<div><dt>\(label)</dt><dd\(column.kind == .id ? " class=\"id\"" : "")>"
  }
}

/// The plans of all lists of fields of a site: things of a kind have mostly the same.
///
/// A class with a lock because pages are made on several threads, and each may need plans first.
final class FieldPlans: Sendable {
  private struct Known {
    let kind: String
    let columns: [ReportColumn]
    let plans: [FieldPlan]
  }

  private let wording: Wording
  /// Few, so that looking through them is less than working a key out.
  private let known = Mutex<[Known]>([])

  init(_ wording: Wording) {
    self.wording = wording
  }

  /// The plans of these fields of a kind of thing, in their order.
  func plans(_ kind: String, _ columns: [ReportColumn]) -> [FieldPlan] {
    if let plans = known.withLock({ known in
      known.first { $0.kind == kind && $0.columns == columns }?.plans
    }) {
      return plans
    }
    let plans = columns.map { FieldPlan($0, kind, columns, wording) }
    known.withLock { $0.append(Known(kind: kind, columns: columns, plans: plans)) }
    return plans
  }
}
