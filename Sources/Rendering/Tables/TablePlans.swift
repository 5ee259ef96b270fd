internal import Liquid
internal import Reporting
internal import Synchronization

/// The plans of all tables of a site: thousands of pages have the same few.
///
/// A class with a lock because pages are made on several threads, and each may need a plan first.
final class TablePlans: Sendable {
  /// A plan, and what makes a table what it is, but for its rows.
  private struct Known {
    let name: String
    let columns: [ReportColumn]
    let texts: [String?]
    let plan: TablePlan

    func isOf(_ source: TableSource, _ texts: [String?]) -> Bool {
      name == source.name && self.texts == texts && columns == source.columns
    }
  }

  private let wording: Wording
  /// Few, so that looking through them is less than working a key out.
  private let known = Mutex<[Known]>([])

  init(_ wording: Wording) {
    self.wording = wording
  }

  /// The plan of a table for what the arguments of a tag ask for.
  func plan(_ source: TableSource, _ arguments: Arguments) throws(Problem) -> TablePlan {
    let texts = [
      try arguments.text("columns") ?? source.columnList,
      try arguments.text("bars") ?? source.barList,
      try arguments.text("tracks") ?? source.trackList,
    ]
    if let plan = known.withLock({ known in known.first { $0.isOf(source, texts) }?.plan }) {
      return plan
    }
    let design = try TableDesign(texts[0], bars: texts[1], tracks: texts[2], of: source)
    let plan = TablePlan(design, source, wording)
    known.withLock {
      $0.append(Known(name: source.name, columns: source.columns, texts: texts, plan: plan))
    }
    return plan
  }
}

extension Arguments {
  /// An argument that is a list of columns, or a caption; nil when it is not given.
  func text(_ name: String) throws(Problem) -> String? {
    switch self[name] {
    case .text(let text): return text
    case nil, .nil: return nil
    default: throw .other("\(name) is a list of columns, or a caption, in quotes")
    }
  }
}
