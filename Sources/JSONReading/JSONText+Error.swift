extension JSONText {
  /// What is wrong with bytes that are to be one value; nil when they are.
  public static func error(inValue bytes: borrowing Span<UInt8>) -> JSONSyntaxError? {
    var cursor = JSONCursor()
    var values = 0
    do throws(JSONSyntaxError) {
      while true {
        let token = try cursor.next(copy bytes)
        if token == .end { return nil }
        if cursor.depth == 0 { values += 1 }
        guard values <= 1 else {
          return JSONSyntaxError(position: cursor.tokenStart, expected: .endOfText)
        }
      }
    } catch {
      return error
    }
  }
}
