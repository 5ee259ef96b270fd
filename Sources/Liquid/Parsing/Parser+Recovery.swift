// What the parser does after an error, so that one run finds all of them: it goes on behind the tag or
// output that is wrong, keeps the blocks that are open as they were meant, and says nothing about what
// is wrong only because of an error before.
extension Parser {
  /// What the parser remembers of errors.
  struct Recovery {
    /// The errors so far, in the order in which they were met.
    fileprivate(set) var errors: [TemplateError] = []
    /// A tag that was read already, and ends more than one block.
    fileprivate var pending: Segment?
    /// The place of the last tag that is wrong where it stands.
    fileprivate var reported: Range<Int>?
    /// How often an end tag may come that belongs to a misspelled tag.
    fileprivate var forgiven: [String: Int] = [:]
    /// True when the end tags of open blocks may have been swallowed by something without an end.
    fileprivate var isCutOff = false
  }

  /// A block that is open.
  struct OpenBlock {
    let name: String
    /// True when an end tag was met in it that ends nothing: it was probably meant for this block.
    var hasStrayEnd = false
  }

  /// Keeps an error and goes on. Throws when nothing can follow it.
  mutating func report(_ error: TemplateError) throws(TemplateError) {
    if case .nestedTooDeep = error.kind { throw error }
    guard recovery.errors.count + 1 < TemplateErrors.limit else {
      let place = reader.position..<reader.position
      throw source.error(.tooManyErrors(limit: TemplateErrors.limit), at: place)
    }
    recovery.errors.append(error)
  }

  /// Keeps the error that ends all.
  mutating func reportLast(_ error: TemplateError) { recovery.errors.append(error) }

  /// The result of parsing a part of a tag; nil after an error, which is kept.
  mutating func attempt<Result>(
    in segment: Segment, _ body: (inout Parser) throws(TemplateError) -> Result
  ) throws(TemplateError) -> Result? {
    do throws(TemplateError) {
      return try body(&self)
    } catch {
      try report(error)
      rewind(into: segment, after: error)
      return nil
    }
  }

  /// Reports what stands in a tag that takes nothing.
  mutating func requireNothing(in segment: Segment) throws(TemplateError) {
    _ = try attempt(in: segment) { parser throws(TemplateError) in
      try parser.expressions(segment).requireEnd()
    }
  }

  /// Goes back to a tag or output that stands inside of a wrong one, whose own end is missing.
  private mutating func rewind(into segment: Segment, after error: TemplateError) {
    switch error.kind {
    case .unexpected, .unexpectedCharacter, .unclosedQuote: break
    case .unclosedBlock:
      recovery.isCutOff = true
      return
    default: return
    }
    let inner = reader.nextOpening(from: segment.content.lowerBound)
    guard reader.mode == .document, inner < segment.content.upperBound else { return }
    reader.position = inner
    reader.trimsNext = false
  }

  /// The next segment. What has no end counts as text from its second byte on.
  mutating func next() throws(TemplateError) -> Segment? {
    if let segment = recovery.pending {
      recovery.pending = nil
      return segment
    }
    while true {
      do throws(TemplateError) {
        return try reader.next()
      } catch {
        try report(error)
        recovery.isCutOff = true
        reader.ignoreOpening()
      }
    }
  }
}

// Tags that stand where they do not belong.
extension Parser {
  /// Reports such a tag; true when the block at hand ends with it.
  mutating func stray(_ segment: Segment, in block: String?) throws(TemplateError) -> Bool {
    guard case .tag(let name) = segment.kind else { return false }
    if recovery.reported != segment.whole {
      guard !isForgiven(name) else { return false }
      let error = unknown(segment, in: block)
      recovery.reported = segment.whole
      try report(error)
      if case .unknownTag(_, let near) = error.kind {
        if let block, near == "end" + block { return true }
        if !skipText(of: near) { forgive(name, or: near) }
        return false
      }
    }
    return endsOuter(name, segment)
  }

  /// Skips what is no template when a tag was probably meant to say so; false when it was not.
  private mutating func skipText(of name: String?) -> Bool {
    guard let name, ["comment", "doc", "raw"].contains(name) else { return false }
    let before = reader
    if reader.skipContent(of: name, nested: name == "comment") != nil { return true }
    reader = before
    return false
  }

  /// True for the end tag of a block further out: the inner ones end with it.
  private mutating func endsOuter(_ name: String, _ segment: Segment) -> Bool {
    guard name.hasPrefix("end") else { return false }
    if open.contains(where: { "end" + $0.name == name }) {
      recovery.pending = segment
      return true
    }
    if !open.isEmpty { open[open.count - 1].hasStrayEnd = true }
    return false
  }

  /// Takes the end tag that belongs to an unknown tag, or to the one that it was probably meant to be.
  private mutating func forgive(_ name: String, or near: String?) {
    for name in Set([name, near ?? name]) { recovery.forgiven["end" + name, default: 0] += 1 }
  }

  private mutating func isForgiven(_ name: String) -> Bool {
    if let count = recovery.forgiven[name], count > 0 {
      recovery.forgiven[name] = count - 1
      return true
    }
    let owners =
      switch name {
      case "else": ["if", "unless", "case", "for"]
      case "elsif": ["if", "unless"]
      case "when": ["case"]
      default: [String]()
      }
    return owners.contains { recovery.forgiven["end" + $0, default: 0] > 0 }
  }

  /// Reports a block without its end, unless something before explains it.
  mutating func missingEnd(
    of block: String, opened opening: Segment
  ) throws(TemplateError) -> Segment {
    if !recovery.isCutOff, open.last?.hasStrayEnd != true { try report(unclosed(block, opening)) }
    return end(of: block)
  }

  /// The end tag that a block would have here.
  func end(of block: String) -> Segment {
    let place = reader.position..<reader.position
    return Segment(kind: .tag("end" + block), content: place, whole: place, name: place)
  }
}
