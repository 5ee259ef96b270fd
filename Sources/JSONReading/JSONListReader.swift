/// Reads a JSON text that is one array, element by element, while the bytes at hand are a window that slides over it.
public struct JSONListReader: Sendable {
  private enum State { case before, first, behindElement, behindComma, ended }

  /// What was found.
  public enum Event: Hashable, Sendable {
    /// An element. It is the last entry of the tape.
    case element
    /// More bytes are needed: those from `position` on, and what follows in the file.
    case incomplete
    /// The array ends, and the text with it.
    case end
  }

  /// The first byte at hand that is still needed.
  public private(set) var position = 0
  private var state = State.before

  /// A reader at the begin of a text.
  public init() {}

  /// Says that the first bytes at hand are gone.
  public mutating func slide(by count: Int) { position -= count }

  /// Reads on; `isLast` says that the bytes go to the end of the text.
  public mutating func next(
    _ bytes: borrowing Span<UInt8>, isLast: Bool, onto tape: inout JSONTape
  ) throws(JSONSyntaxError) -> Event {
    while true {
      var cursor = JSONCursor(at: position)
      cursor.skipSpace(copy bytes)
      position = cursor.position
      guard position < bytes.count else {
        guard isLast else { return .incomplete }
        guard state == .ended else { throw error(state == .before ? .value : .endOfText) }
        return .end
      }
      switch (state, bytes[position]) {
      case (.before, UInt8(ascii: "[")): pass(to: .first)
      case (.first, UInt8(ascii: "]")), (.behindElement, UInt8(ascii: "]")): pass(to: .ended)
      case (.behindElement, UInt8(ascii: ",")): pass(to: .behindComma)
      case (.first, _), (.behindComma, _):
        guard let end = try tape.read(bytes, from: position, isLast: isLast, depth: 1) else {
          return .incomplete
        }
        position = end
        state = .behindElement
        return .element
      case (.before, _): throw error(.value)
      case (.behindElement, _): throw error(.separator)
      case (.ended, _): throw error(.endOfText)
      }
    }
  }

  private mutating func pass(to next: State) {
    position += 1
    state = next
  }

  private func error(_ expected: JSONSyntaxError.Expected) -> JSONSyntaxError {
    JSONSyntaxError(position: position, expected: expected)
  }
}
