import Testing

@testable import Rendering

/// Markdown without the empty lines that tags leave behind.
struct TidiedMarkdownTests {
  @Test(arguments: [
    ("", "\n"), ("\n \n\t\n", "\n"), ("a", "a\n"), ("\n\na\n\n\n", "a\n"),
    ("a\n\n \n\nb\nc\n", "a\n\nb\nc\n"), ("  a\n\t \nb", "  a\n\nb\n"),
    ("é\n\n\n“b”", "é\n\n“b”\n"),
    ("a\r\n   \r\n\r\nb\r\n\r\n", "a\r\n\nb\r\n"),
  ])
  func oneEmptyLineIsLeft(body: String, text: String) {
    var bytes = Array("head\n".utf8)
    SiteContext.append(tidied: body, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "head\n" + text)
  }
}
