package import JSONReading
package import PlainReading

/// A document read through a window that gets so many bytes at a time.
package struct WindowedJSON: Equatable {
  /// An element of a list, its members as the scanner gives them.
  package struct Element: Equatable {
    package let list: String?
    package let line: Int
    package let lead: Int
    /// The text of an element that is no object.
    package var text: String?
    package var members: [String] = []
    package var repeated: Int?
  }

  package private(set) var elements: [Element] = []
  package private(set) var error: JSONSyntaxError?
  package private(set) var hasNextLink = false

  package init(_ bytes: [UInt8], step: Int, mode: JSONDocumentScanner.Mode = .lists) {
    var scanner = JSONDocumentScanner(at: 0, mode: mode)
    var lines = JSONLines()
    var window: [UInt8] = []
    var read = 0
    var base = 0
    do throws(JSONSyntaxError) {
      while true {
        switch try scanner.next(window.span, isLast: read == bytes.count) {
        case .incomplete:
          let gone = scanner.kept
          lines.advance(to: gone, window.span)
          let end = min(bytes.count, read + step)
          window = Array(bytes[base + gone..<end])
          read = end
          base += gone
          scanner.slide(by: gone)
          lines.slide(by: gone)
        case .element(let list, let range, let isObject):
          lines.advance(to: range.lowerBound, window.span)
          let element = Element(
            list: scanner.lists[list].name, line: lines.line, lead: lines.lead)
          add(element, scanner.lists[list].records, window, range, isObject)
        case .nextLink: hasNextLink = true
        case .end: return
        }
      }
    } catch {
      self.error = JSONSyntaxError(position: error.position + base, expected: error.expected)
    }
  }

  private mutating func add(
    _ element: Element, _ records: JSONRecordScanner, _ window: [UInt8], _ range: Range<Int>,
    _ isObject: Bool
  ) {
    var element = element
    if isObject {
      element.repeated = records.repeated
      element.members = records.members[..<records.count].map { member in
        let value = PlainJSONReader.value(of: Array(window[member.value]))
        let text = value?.description ?? "not JSON"
        let key = String(decoding: records.name(member.key), as: UTF8.self)
        let kind = Self.isRight(member, value) ? "" : " is no \(member.kind)"
        var name: [UInt8] = []
        JSONText.appendContent(
          of: records.keyString(of: member, window.span), in: window.span, to: &name)
        let place = name == records.name(member.key) ? "" : ", whose key stands elsewhere"
        return "\(key): \(text)\(kind)\(place)"
      }
    } else {
      element.text = PlainJSONReader.value(of: Array(window[range]))?.description
    }
    elements.append(element)
  }

  private static func isRight(
    _ member: JSONRecordScanner.Member, _ value: PlainJSONReader.Value?
  ) -> Bool {
    switch (member.kind, value) {
    case (.plain, .string(let text)):
      text.utf8.allSatisfy { $0 > 0 && $0 < 0x80 } && text.utf8.count == member.value.count - 2
    case (.text, .string), (.escaped, .string), (.scalar, .number), (.scalar, .flag),
      (.null, .null), (.nested, .array), (.nested, .object):
      true
    default: false
    }
  }

  /// What the plain reader's value has for elements, places left out.
  package static func plain(_ value: PlainJSONReader.Value) -> [[String]] {
    func texts(_ elements: [PlainJSONReader.Value]) -> [[String]] {
      elements.map { element in
        guard case .object(let members) = element else { return [element.description] }
        return members.map { "\($0.key): \($0.value.description)" }
      }
    }
    switch value {
    case .array(let elements): return texts(elements)
    case .object(let members):
      return members.flatMap { member -> [[String]] in
        if case .array(let elements) = member.value { texts(elements) } else { [] }
      }
    default: return []
    }
  }

  /// The elements without their places.
  package var texts: [[String]] {
    elements.map { element in element.text.map { [$0] } ?? element.members }
  }
}
