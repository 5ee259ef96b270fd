import BillingModel
import CalendarDates
import Diagnostics

/// What the whole file says about its dialect.
struct DialectDecision {
  /// Why a file is refused, as facts of `ambiguous-format`.
  struct Refusal: Hashable {
    let variant: Int
    let value: String
    let facts: [Fact]
  }

  /// How the file has to be read.
  let dialect: Dialect
  /// Why it cannot be read; nil when it can.
  let refusal: Refusal?
  /// The cells that decided, in words for people.
  let witnesses: [DialectWitness]

  /// Decides from what one reading of the file in `tried` showed.
  init(_ evidence: FormatEvidence, tried: Dialect, path: String) {
    var dialect = tried
    var refusals: [Refusal] = []
    var witnesses: [DialectWitness] = []
    if !tried.isDecimalDecided {
      var counts = evidence.numbers
      counts.note(.point, count: evidence.plainDecimals)
      switch Self.choose(counts, prior: tried.decimal, fallback: .point) {
      case .way(let mark):
        dialect.decimal = mark
        dialect.isDecimalDecided = true
        dialect.refusesGroups = counts.whole.isEmpty
        witnesses += DialectWitness.decimal(mark, counts)
      case .undecided: refusals += [Self.refusal(of: counts, path)].compactMap { $0 }
      case .silent: break
      }
    }
    if !tried.areDatesDecided {
      let slashed = evidence.dates.indices.filter { evidence.dates[$0].isSlashed }
      var counts = ReadingCounts<DateOrder>()
      for column in slashed { counts.add(evidence.dates[column].slashed) }
      switch Self.choose(counts, prior: tried.dates, fallback: nil) {
      case .way(let order):
        dialect.dates = order
        dialect.slashedColumns = tried.dates == order ? tried.slashedColumns : Set(slashed)
        dialect.areDatesDecided = true
        witnesses += DialectWitness.dates(order, counts)
      case .undecided: refusals += [Self.refusal(of: counts, path)].compactMap { $0 }
      case .silent: break
      }
    }
    self.dialect = dialect
    refusal = refusals.first
    self.witnesses = witnesses
  }

  private enum Choice<Way> {
    case way(Way)
    case undecided
    /// No cell asks the question.
    case silent
  }

  /// One way that reads all cells. Of contradicting cells the way that reads ten times as many as the
  /// others, else that of the format or the schema; what it does not read is a bad cell.
  private static func choose<Way: CaseIterable & Hashable & Sendable>(
    _ counts: ReadingCounts<Way>, prior: Way?, fallback: Way?
  ) -> Choice<Way> {
    guard counts.total > 0 else { return .silent }
    let whole = counts.whole
    if let prior, whole.contains(prior) { return .way(prior) }
    if whole.count == 1 || (!whole.isEmpty && counts.twofold == nil) { return .way(whole[0]) }
    guard whole.isEmpty else { return .undecided }
    let ranked = Way.allCases.sorted { left, right in
      counts.readable(left) > counts.readable(right)
    }
    let best = counts.readable(ranked[0])
    if best >= 10 * counts.readable(ranked[1]) { return .way(ranked[0]) }
    return (prior ?? fallback).map { .way($0) } ?? .undecided
  }
}

extension DialectDecision {
  private static func refusal(
    of counts: ReadingCounts<DecimalMark>, _ path: String
  ) -> Refusal? {
    let settings = InputSetting.facts(path, "decimal: \".\"", "decimal: \",\"")
    guard let cell = counts.twofold else { return nil }
    return Refusal(
      variant: 2, value: cell.text,
      facts: [
        Fact("point", reading(cell.text, .point)), Fact("comma", reading(cell.text, .comma)),
        Fact("line", "\(cell.line)"),
      ] + settings)
  }

  private static func reading(_ text: String, _ mark: DecimalMark) -> String {
    let bytes = Array(text.utf8)
    let plain = WrittenNumber(bytes.span)?.plain(mark) ?? []
    return String(decoding: plain, as: UTF8.self)
  }

  private static func refusal(
    of counts: ReadingCounts<DateOrder>, _ path: String
  ) -> Refusal? {
    let settings = InputSetting.facts(path, "dates: dmy", "dates: mdy")
    if counts.whole.isEmpty, let first = counts.against(.monthDayYear),
      let second = counts.against(.dayMonthYear)
    {
      return Refusal(
        variant: 1, value: first.text,
        facts: [
          Fact("first", "\(first.text) (line \(first.line))"),
          Fact("second", "\(second.text) (line \(second.line))"),
        ] + settings)
    }
    guard let cell = counts.twofold else { return nil }
    let bytes = Array(cell.text.utf8)
    let written = WrittenDate(bytes.span)
    func reading(_ order: DateOrder) -> String { written?.date(order)?.description ?? "no date" }
    return Refusal(
      variant: 0, value: cell.text,
      facts: [
        Fact("dayFirst", reading(.dayMonthYear)), Fact("monthFirst", reading(.monthDayYear)),
        Fact("line", "\(cell.line)"),
      ] + settings)
  }
}

/// The line of billfold.yaml that decides how a file is read.
enum InputSetting {
  /// The line and the other one that may be meant, as facts of `ambiguous-format`.
  static func facts(_ path: String, _ setting: String, _ other: String) -> [Fact] {
    [
      Fact("setting", "inputs: [{path: \(path), \(setting)}]"),
      Fact("other", other),
    ]
  }
}

/// A cell that decided how a file is read.
struct DialectWitness: Hashable, Sendable {
  /// What was decided, as a setting: `dates: dmy`.
  let setting: String
  /// The cell that can be read in no other way; nil when the format or the schema says it.
  let cell: Witness?

  /// The same for those who use the file.
  var note: DialectNote {
    DialectNote(setting: setting, text: cell?.text, line: cell?.line)
  }

  static func decimal(_ mark: DecimalMark, _ counts: ReadingCounts<DecimalMark>) -> [Self] {
    let other: DecimalMark = mark == .point ? .comma : .point
    let cell = counts.against(other).flatMap { $0.text.isEmpty ? nil : $0 }
    // The point is what the schema says; a file that shows nothing else needs no word about it.
    guard mark == .comma || cell != nil else { return [] }
    return [Self(setting: "decimal: \"\(mark.rawValue)\"", cell: cell)]
  }

  static func dates(_ order: DateOrder, _ counts: ReadingCounts<DateOrder>) -> [Self] {
    let rival: DateOrder = order == .dayMonthYear ? .monthDayYear : .dayMonthYear
    return [Self(setting: "dates: \(order.rawValue)", cell: counts.against(rival))]
  }
}
