import CalendarDates
import ExactNumbers
import Liquid
import Testing

/// No value becomes markup unless the template says so.
struct EscapingTests {
  static let hostile: Record = ["v": #"<a href="x">&'</a>"#, "list": ["<", "&"]]

  static let html = [
    Printing("<b>{{ v }}</b>", "<b>&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;</b>"),
    Printing("{{ v | escape }}", "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;"),
    Printing("{{ v | escape | escape }}", "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;"),
    Printing("{{ v | raw }}", #"<a href="x">&'</a>"#),
    Printing("{{ v | raw | strip | default: 1 }}", #"<a href="x">&'</a>"#),
    Printing("{{ list }} {{ list | join: '<' }}", "&lt;&amp; &lt;&lt;&amp;"),
    Printing("{{ '<' | raw | append: '<' | prepend: '&' }}", "&amp;<&lt;"),
    Printing("{{ list | concat: list | first | raw }}", "<"),
    Printing("{% capture c %}<i>{{ v | slice: 0 }}</i>{% endcapture %}{{ c }}", "<i>&lt;</i>"),
    Printing("{% capture c %}<{% endcapture %}{{ c | upcase }}", "&lt;"),
    Printing("{% cycle '<' %}{% echo '<' %}", "&lt;&lt;"),
    Printing("{{ \"a\n<\" | newline_to_br }}", "a<br />\n&lt;"),
    Printing(
      "{{ v | json }}", #"&quot;\u003ca href=\&quot;x\&quot;\u003e\u0026&#39;\u003c/a\u003e&quot;"#),
    Printing("{% for p in (1..2) %}{{ p }}{% endfor %}{{ -1.5 }}", "12-1.5"),
  ]

  @Test(arguments: html)
  func escapesForHTML(_ printing: Printing) throws {
    let environment = Environment(escaping: .html)
    #expect(try liquid(printing.template, Self.hostile, in: environment) == printing.output)
  }

  static let markdown = [
    Printing("plain words, O'Brien (E3) 12.5", "plain words, O'Brien (E3) 12.5"),
    Printing("product_id a__b _x_", #"product_id a\_\_b \_x\_"#),
    Printing("*a* `b` [c](d) ![e] ~f~ \\", #"\*a\* \`b\` \[c\](d) \!\[e\] \~f\~ \\"#),
    Printing("a|b", #"a\|b"#),
    Printing("<script>&amp;", "&lt;script&gt;&amp;amp;"),
    Printing("a\n# b\r\n- c", ##"a&#10;\# b&#13;&#10;- c"##),
    Printing("    code", "&#32;&#32;&#32;&#32;code"),
    Printing("- item", #"\- item"#),
    Printing("-5", "-5"),
    Printing("---", #"\---"#),
    Printing("+ item", #"\+ item"#),
    Printing("=", #"\="#),
    Printing("1. item", #"1\. item"#),
    Printing("12) item", #"12\) item"#),
    Printing("2026-03-01 10:30", "2026-03-01 10:30"),
    Printing("# head", ##"\# head"##),
    Printing("> quote", "&gt; quote"),
    Printing(":-:", #"\:-:"#),
  ]

  @Test(arguments: markdown)
  func escapesForMarkdown(_ printing: Printing) throws {
    let environment = Environment(escaping: .markdownAndHTML)
    let context: Record = ["v": .text(printing.template)]
    #expect(try liquid("{{ v }}", context, in: environment) == printing.output)
    #expect(try liquid("{{ v | escape }}", context, in: environment) == printing.output)
  }

  @Test func pagesWithoutEscapingPrintValuesAsTheyAre() throws {
    #expect(try liquid("{{ v }}{{ list }}", Self.hostile) == #"<a href="x">&'</a><&"#)
  }

  @Test func templateTextIsNeverTouched() throws {
    for escaping in [Escaping.none, .html, .markdownAndHTML] {
      let text = "<p>*a* & | 'b'</p>\n\n- 1. # _x_"
      #expect(try liquid(text, in: Environment(escaping: escaping)) == text)
    }
  }
}
