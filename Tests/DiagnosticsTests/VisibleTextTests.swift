import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let shown: String
    var testDescription: String { shown }
  }

  @Test(arguments: [
    Case(text: "plain, Größe 王", shown: "plain, Größe 王"),
    Case(text: "\u{1B}[31mred", shown: "␛[31mred"),
    Case(text: "a\r\nb\tc\u{0}\u{7F}", shown: "a␍␊b␉c␀␡"),
    Case(text: "x\u{202E}evil\u{2066}", shown: "x<U+202E>evil<U+2066>"),
    Case(text: "\u{9B}31m\u{FEFF}\u{2028}\u{200B}", shown: "<U+009B>31m<U+FEFF><U+2028><U+200B>"),
    Case(text: "👩\u{200D}💻", shown: "👩\u{200D}💻"),
    Case(text: "\u{E0041}", shown: "<U+E0041>"),
  ])
  func whatActsOnATerminalIsShownInstead(_ sample: Case) {
    #expect(VisibleText.line(sample.text).unicodeScalars.elementsEqual(sample.shown.unicodeScalars))
  }
}
