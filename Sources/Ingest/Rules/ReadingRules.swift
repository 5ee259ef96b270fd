public import Diagnostics

/// The rules that decide whether a row can be used. Each is documented in its own file; it is applied
/// where the reader meets its case.
public enum ReadingRules {
  /// All of them, in the order in which `billfold rules` lists them.
  public static let all: [RuleDocumentation] = [
    unreadableFile,
    unknownTable,
    ambiguousFormat,
    missingColumn,
    ignoredColumn,
    rowShape,
    unclosedQuote,
    badEncoding,
    missingValue,
    badDate,
    badNumber,
    badAmount,
    badCurrency,
    unknownValue,
    duplicateKey,
    overlappingExports,
    staleCorrection,
    incompletePages,
    noRows,
  ]
}
