extension MappedTable {
  /// How its rows follow from records, in words: empty when a record is a row.
  public var note: String {
    var notes: [String] = []
    switch pieces {
    case .elements(let lists):
      notes.append("one for each of \(lists.map(\.name).joined(separator: ", or "))")
    case .plusSigns: notes.append("one for each product name between plus signs")
    case nil: break
    }
    if isSummary { notes.append("left out where single ones are given") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
  }
}

extension MappedColumn {
  /// What it is made from, in words.
  public var description: String {
    let fields = fields.joined(separator: ", ")
    var text =
      switch expression.source {
      case .first: fields
      case .constant(let text): "always \(text)"
      case .sum: "the sum of \(fields)"
      case .product: "the product of \(fields)"
      case .latest: "the latest of \(fields)"
      case .ordinal: "the number of the record in the file"
      case .positive: "by the first of \(fields) above zero"
      case .cases: "from \(fields)"
      }
    if expression.isInverted { text += ", the other way round" }
    if expression.isExclusiveEnd { text += ", the day before it ends" }
    if let mark = expression.afterLast { text += ", what follows the last \(mark)" }
    switch expression.lookup {
    case .productID: text += ", as the product's id"
    case .productName: text += ", as the product's name"
    case nil: break
    }
    if !expression.words.isEmpty {
      let words = expression.words.sorted { $0.key < $1.key }.map { "\($0) → \($1)" }
      text += "; \(words.joined(separator: ", "))"
    }
    return text
  }
}
