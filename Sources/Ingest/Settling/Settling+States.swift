import BillingModel
import Diagnostics

/// Files that are several states of one export, or tell of the same things in other formats.
extension Settling {
  /// Of the files below an input with `pick: last` only the latest of each table and format count:
  /// all of the last day, which may be parts of one export, else the last by name.
  mutating func pickLastStates() {
    var groups: [String: [Int]] = [:]
    for index in readings.indices where !readings[index].isCorrection {
      guard let folder = readings[index].pickFolder, let table = readings[index].file.table else {
        continue
      }
      let key = "\(folder)\0\(table.rawValue)\0\(readings[index].file.format ?? "")"
      groups[key, default: []].append(index)
    }
    for key in groups.keys.sorted(by: { $0.isBefore($1) }) {
      guard let group = groups[key], group.count > 1, let last = group.max(by: isEarlier) else {
        continue
      }
      for index in group where index != last && !mayBeParts(index, last) {
        ignore(index, for: last)
      }
    }
  }

  /// True for two files of one day whose keys tell whether they are parts or states of one export.
  private func mayBeParts(_ left: Int, _ right: Int) -> Bool {
    let files = [readings[left], readings[right]]
    return files[0].stateDate != nil && files[0].stateDate == files[1].stateDate
      && files.allSatisfy { file in
        !file.hasOrdinals && file.file.table?.schema.columns.contains { $0.isKey } == true
      }
  }

  private func isEarlier(_ left: Int, _ right: Int) -> Bool {
    let dates = [left, right].map { readings[$0].stateDate ?? "" }
    return (dates[0], left) < (dates[1], right)
  }

  /// Leaves the whole file out: a later state of the same export counts.
  private mutating func ignore(_ index: Int, for later: Int) {
    noteIgnored(readings[index], file: index)
    readings[index].contents = nil
    readings[index].pending = []
    readings[index].mentions = []
    readings[index].findings.removeAll { $0.finding.location.line != nil }
    readings[index].file.ignored = readings[index].file.rowsIn
    // A file that gives several tables says it once.
    let isSaid = readings.contains { reading in
      reading.layout.input == readings[index].layout.input
        && reading.findings.contains {
          $0.finding.rule == .overlappingExports && $0.finding.variant == 0
        }
    }
    if !isSaid { report(index, .note, variant: 0, other: later) }
  }

  /// Notes a finding about a file and another one.
  private mutating func report(_ index: Int, _ severity: Severity, variant: Int, other: Int) {
    let path = readings[index].file.path
    let folder = Self.commonFolder(path, readings[other].file.path)
    let finding = Finding(
      rule: .overlappingExports, severity: severity, location: SourceLocation(file: path),
      subject: Subject(.file, path), variant: variant,
      facts: [
        Fact("other", readings[other].file.path),
        Fact("table", readings[index].file.table?.rawValue ?? ""),
        Fact("setting", "inputs: [{path: \(folder), pick: last}]"),
        Fact("rows", "\(readings[index].file.ignored)"),
      ])
    readings[index].findings.append(
      PlacedFinding(finding: finding, input: readings[index].layout.input))
  }
}

extension Settling {
  /// The folder that holds both files; `.` when it is that of the inputs.
  private static func commonFolder(_ left: String, _ right: String) -> String {
    let parts = [left, right].map { $0.split(separator: "/").dropLast() }
    let common = zip(parts[0], parts[1]).prefix { $0 == $1 }.map { $0.0 }
    return common.isEmpty ? "." : common.joined(separator: "/")
  }

  /// How the keys of two files of one table compare.
  private struct Overlap {
    var shared = 0
    var differing = 0
  }

  /// Two files of one table, the one whose rows come first in front.
  private struct FilePair: Hashable {
    let first: Int
    let second: Int
  }

  /// Leaves out the rows of earlier states, and what other formats tell a second time. True when rows
  /// were taken out.
  mutating func leaveOutOtherStates(of table: TableID, _ pairs: [SecondRows.Pair]) -> Bool {
    guard let contents = tables[table] else { return false }
    let overlaps = overlaps(of: pairs, in: contents)
    guard !overlaps.isEmpty else { return false }
    var isChanged = mergeFormats(of: table, pairs, contents)
    let pairs = statePairs(overlaps, contents)
    for group in groups(of: pairs) {
      settle(group, pairs, of: table)
      isChanged = true
    }
    return isChanged
  }

  private func overlaps(
    of pairs: [SecondRows.Pair], in contents: TableContents
  ) -> [FilePair: Overlap] {
    var result: [FilePair: Overlap] = [:]
    for (row, first) in pairs {
      guard let one = contents.files.files(of: first)?.file,
        let other = contents.files.files(of: row)?.file, one != other
      else { continue }
      let pair = FilePair(first: one, second: other)
      result[pair, default: Overlap()].shared += 1
      if !contents.isCopy(first, row) { result[pair, default: Overlap()].differing += 1 }
    }
    return result
  }

  /// Rows of another format with a key that is there already give what is absent there, and are
  /// left out.
  private mutating func mergeFormats(
    of table: TableID, _ pairs: [SecondRows.Pair], _ contents: TableContents
  ) -> Bool {
    var others: [Int: Int] = [:]
    for (row, first) in pairs {
      guard let one = contents.files.files(of: first)?.file,
        let other = contents.files.files(of: row)?.file,
        readings[one].file.format != readings[other].file.format, !readings[other].isCorrection
      else { continue }
      tables[table]?.fill(first, from: row)
      tables[table]?.remove(row)
      readings[other].file.ignored += 1
      others[other] = one
    }
    for (file, other) in others.sorted(by: { $0.key < $1.key }) {
      report(file, .note, variant: 2, other: other)
    }
    return !others.isEmpty
  }

  /// Two files each that are states of one export: dated files that share more than half of the keys
  /// of the smaller one, others when that many have other values.
  private func statePairs(
    _ overlaps: [FilePair: Overlap], _ contents: TableContents
  ) -> Set<FilePair> {
    var sizes: [Int: Int] = [:]
    for files in contents.files { sizes[files.file, default: 0] += files.rows.count }
    return Set(overlaps.filter { areStates($0, $1, sizes) }.keys)
  }

  /// The files of pairs that hang together.
  private func groups(of pairs: Set<FilePair>) -> [[Int]] {
    var groupOf: [Int: Int] = [:]
    for pair in pairs.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      let joined = [pair.first, pair.second].map { groupOf[$0] ?? $0 }
      let group = min(joined[0], joined[1])
      for (file, other) in groupOf where joined.contains(other) { groupOf[file] = group }
      groupOf[pair.first] = group
      groupOf[pair.second] = group
    }
    return Dictionary(grouping: groupOf.keys.sorted()) { groupOf[$0] ?? $0 }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  private func areStates(_ pair: FilePair, _ overlap: Overlap, _ sizes: [Int: Int]) -> Bool {
    let files = [readings[pair.first], readings[pair.second]]
    guard files[0].file.format == files[1].file.format,
      files.allSatisfy({ !$0.isCorrection && !$0.takesAllStates })
    else { return false }
    let smaller = min(sizes[pair.first, default: 0], sizes[pair.second, default: 0])
    let dates = files.map(\.stateDate)
    let areDated = dates[0] != nil && dates[1] != nil && dates[0] != dates[1]
    return
      (areDated || arePickedTogether(pair.first, pair.second)
      ? overlap.shared : overlap.differing) * 2 > smaller
  }

  /// True for files below one input with `pick: last`.
  private func arePickedTogether(_ left: Int, _ right: Int) -> Bool {
    readings[left].pickFolder != nil && readings[left].pickFolder == readings[right].pickFolder
  }

  /// The latest of some states counts, with all files of its day that are parts of it; where that cannot
  /// be told, all are refused.
  private mutating func settle(_ group: [Int], _ pairs: Set<FilePair>, of table: TableID) {
    func isState(_ index: Int, of other: Int) -> Bool {
      pairs.contains(FilePair(first: min(index, other), second: max(index, other)))
        || pairs.contains(FilePair(first: max(index, other), second: min(index, other)))
    }
    guard let latest = latestParts(of: group, isState) else {
      for (place, index) in group.enumerated() {
        refuseRows(of: index, table)
        report(index, .error, variant: 1, other: group[place == 0 ? 1 : 0])
      }
      return
    }
    for index in group where !latest.contains(index) {
      removeRows(of: index, table)
      ignore(index, for: latest.first { isState(index, of: $0) } ?? latest[0])
    }
  }

  /// The files of the last day, the last one first; nil where a file has no day, or where two of that day
  /// are states themselves and nothing says that the last by name counts.
  private func latestParts(of group: [Int], _ isState: (Int, Int) -> Bool) -> [Int]? {
    let dates = group.compactMap { readings[$0].stateDate }
    guard dates.count == group.count else { return nil }
    var latest: [Int] = []
    for index in group.sorted(by: { isEarlier($1, $0) })
    where readings[index].stateDate == dates.max() {
      guard let later = latest.first(where: { isState(index, $0) }) else {
        latest.append(index)
        continue
      }
      guard arePickedTogether(index, later) else { return nil }
    }
    return latest
  }

  private mutating func removeRows(of file: Int, _ table: TableID) {
    for files in tables[table]?.files ?? [] where files.file == file {
      for row in files.rows { tables[table]?.remove(row) }
    }
  }

  private mutating func refuseRows(of file: Int, _ table: TableID) {
    guard let contents = tables[table] else { return }
    for files in contents.files where files.file == file {
      for row in files.rows where contents.rows.contains(row) {
        takenOut[file, default: []].append(
          QuarantinedRow(
            source: place(of: row, in: contents), length: 0, table: table,
            rules: [RuleID.overlappingExports.rawValue], amounts: contents.money(of: row)))
        tables[table]?.remove(row)
      }
    }
  }
}

extension Settling {
  /// Leaves out sums over things that another export lists one by one.
  mutating func leaveOutSummaries() {
    leaveOutSummaries(of: .subscriptions) { contents, single in
      let products = contents.codes(1)
      let listed = Set(single.map { products[$0] })
      return { listed.contains(products[$0]) }
    }
    leaveOutSummaries(of: .licenseAssignments) { _, single in { _ in !single.isEmpty } }
  }

  private mutating func leaveOutSummaries(
    of table: TableID,
    _ isListed: (TableContents, _ single: [Int]) -> (Int) -> Bool
  ) {
    guard let contents = tables[table] else { return }
    let summaries = contents.files.filter { readings[$0.file].file.isSummary }
    guard !summaries.isEmpty else { return }
    let others = contents.files.filter { !readings[$0.file].file.isSummary }
    let isListed = isListed(contents, others.flatMap { Array($0.rows) })
    for files in summaries {
      let rows = files.rows.filter(isListed)
      guard !rows.isEmpty else { continue }
      for row in rows { tables[table]?.remove(row) }
      secondRows[table] = nil
      readings[files.file].file.ignored += rows.count
      report(files.file, .note, variant: 3, other: others.first?.file ?? files.file)
    }
  }
}
