extension JSONDocumentScanner {
  /// The next thing in the document.
  public mutating func next(
    _ bytes: borrowing Span<UInt8>, isLast: Bool
  ) throws(JSONSyntaxError) -> Event {
    while true {
      if let start = elementStart {
        guard try finishElement(bytes, isLast: isLast) else { return .incomplete }
        elementStart = nil
        let list = currentList ?? 0
        let range = start..<cursor.position
        let isObject = bytes[start] == UInt8(ascii: "{")
        if isObject { lists[list].records.readSlowly(bytes, range) }
        return .element(list: list, range, isObject: isObject)
      }
      if let list = currentList {
        switch cursor.stepToElement(bytes) {
        case .incomplete where !isLast: return .incomplete
        case .value:
          if let event = scan(bytes, list, isLast: isLast) { return event }
          continue
        case .other, .incomplete: break
        }
      }
      guard let token = try cursor.next(bytes, isLast: isLast) else { return .incomplete }
      if let event = try step(token, bytes) { return event }
    }
  }

  /// The list whose elements are read now.
  private var currentList: Int? {
    if isWhole, frames.isEmpty, endOfFirst == nil { return 0 }
    return frames.last?.list
  }

  /// Reads an element that is a record; nil when a cursor has to.
  private mutating func scan(
    _ bytes: borrowing Span<UInt8>, _ list: Int, isLast: Bool
  ) -> Event? {
    let start = cursor.position
    if bytes[start] == UInt8(ascii: "{") {
      switch lists[list].records.scan(bytes, from: start, isLast: isLast) {
      case .incomplete: return .incomplete
      case .unusual: break
      case .record:
        cursor.passValue(to: lists[list].records.end)
        if frames.isEmpty { endOfFirst = cursor.position }
        return .element(list: list, start..<cursor.position, isObject: true)
      }
    }
    elementStart = start
    return nil
  }

  /// Reads on in an element; false when it goes on behind the bytes at hand.
  private mutating func finishElement(
    _ bytes: borrowing Span<UInt8>, isLast: Bool
  ) throws(JSONSyntaxError) -> Bool {
    repeat {
      guard try cursor.next(bytes, isLast: isLast) != nil else { return false }
    } while cursor.depth > frames.count
    if frames.isEmpty { endOfFirst = cursor.position }
    return true
  }

  /// Takes a token outside of the lists' elements.
  private mutating func step(
    _ token: JSONToken, _ bytes: borrowing Span<UInt8>
  ) throws(JSONSyntaxError) -> Event? {
    guard token != .end else { return .end }
    guard endOfFirst == nil else {
      throw JSONSyntaxError(position: cursor.tokenStart, expected: .endOfText)
    }
    switch token {
    case .key(let key):
      let text = frames.count <= 4 ? JSONText.content(of: key, in: copy bytes) : ""
      frames[frames.count - 1].key = text
      if frames.count == 1, text == "@odata.nextLink" { return .nextLink }
    case .beginObject: frames.append(Frame(isObject: true))
    case .beginArray:
      var frame = Frame(isObject: false)
      if let name = listName { frame.list = enter(name.isEmpty ? nil : name) }
      frames.append(frame)
    case .endObject, .endArray: frames.removeLast()
    case .string, .number, .true, .false, .null, .end: break
    }
    if frames.isEmpty { endOfFirst = cursor.position }
    return nil
  }

  /// The place of the list that begins: one that an earlier reading has met, or a new one.
  private mutating func enter(_ name: String?) -> Int {
    if entered == lists.count { lists.append(List(name: name)) }
    entered += 1
    return entered - 1
  }

  /// The name of the list that an array here is: empty for the one list of the file; nil for none.
  private var listName: String? {
    guard !isWhole, frames.allSatisfy(\.isObject) else { return nil }
    let path = frames.map(\.key)
    if path.isEmpty || path == ["value"] || path == ["responses", "200", "body", "value"] {
      return ""
    }
    return path.count == 1 ? path[0] : nil
  }
}
