import Liquid
import Testing

/// What compiling a template must not change: jumps out of what is open, the order in which values are
/// worked out, and lookups that are remembered from pass to pass.
struct ProgramTests {
  private static let cases = [
    Printing(
      "{% assign x = 1 %}{% case x %}{% when 1 %}{% assign x = 2 %}a{% when 2 %}b{% else %}c{% endcase %}",
      "ab"),
    Printing(
      "{% for i in (1..3) %}{% capture x %}{{ i }}{% break %}no{% endcapture %}{% endfor %}[{{ x }}]",
      "[1]"),
    Printing(
      "{% for i in (1..3) %}{% capture x %}{{ i }}{% continue %}{% endcapture %}{% endfor %}[{{ x }}]",
      "[3]"),
    Printing(
      "{% for i in (1..3) %}{% ifchanged %}a{% if i == 2 %}{% break %}{% endif %}{% endifchanged %}{{ i }}{% endfor %}.",
      "a1."),
    Printing(
      "{% for i in (1..3) %}{% case i %}{% when 2 %}{% continue %}{% else %}{{ i }}{% endcase %}{% endfor %}",
      "13"),
    Printing(
      "{% for i in (1..2) %}{% for j in (1..3) %}{% if j == 2 %}{% break %}{% endif %}{{ i }}{{ j }} {% endfor %}{% endfor %}",
      "11 21 "),
    Printing(
      "{% for i in (1..2) %}{% for j in l %}x{% else %}{% continue %}{% endfor %}no{% endfor %}.",
      "."),
    Printing(
      "{% tablerow i in (1..4) cols: 2 %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\"></td></tr>\n"
    ),
    Printing(
      "{% tablerow i in (1..2) %}{% continue %}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\"></td><td class=\"col2\"></td></tr>\n"),
    Printing("a{% break %}b", "a"),
    Printing("{% for i in (1..2) %}{% include 'stop' %}no{% endfor %}.", "a."),
    Printing(
      "{% for i in (1..2) %}{% capture c %}{% include 'skip' %}no{% endcapture %}{% endfor %}{{ c }}.",
      "s2."),
    Printing("{% case 1 %}{% when x, 1, y %}{% assign y = 1 %}a{% endcase %}", "aa"),
    Printing("{% case 1 %}{% when 2 %}a{% else %}b{% when 1, 1 %}c{% else %}d{% endcase %}", "bcc"),
    Printing(
      "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}",
      "11 12 21 22 "),
    Printing("{% for i in (1..2) %}{% include 'loop' %}{% endfor %}", "12"),
    Printing("{% for i in (1..2) %}{% assign n = 'forloop' %}{{ [n].index }}{% endfor %}", "12"),
    Printing("{% for i in (1..2) %}{{ x }}{% assign x = i %}{% endfor %}{{ x }}", "12"),
    Printing("{% for x in (1..2) %}{% assign x = 7 %}{{ x }}{% endfor %}{{ x }}", "127"),
    Printing("{% include 'sets' %}{{ set }}{% include 'reads' %}", "11"),
    Printing("{% assign set = 2 %}{% include 'sets' %}{{ set }}", "1"),
    Printing("{% for r in mixed %}{{ r.b }}{{ r.c }},{% endfor %}", "1,2,,34,"),
    Printing("{% for r in mixed %}{{ r.size }}{% endfor %}", "2103"),
    Printing("{% for r in mixed %}{% render 'row' with r %}{% endfor %}", "1,2,,3,"),
    Printing("{% render 'anew', v: 1, w: 2 %}{% render 'anew' with 3 as v %}", "1:2:4.3::4."),
    Printing("{% render 'anew' for l2 as v %}{% render 'count', n: 5 %}", "1::4.2::4.5-15"),
    Printing("{% include 'anew', v: 1 %}{{ v }}", "1::1.4"),
    Printing("{% render 'over', forloop: 'f', item: 'i' %}", "12fi"),
    Printing("{% for r in rows %}{{ r[1] }}{{ r[7] }}{{ r[-1] }}|{% endfor %}", "bb|c||"),
    Printing(
      "{% for i in (1..4) limit: 2 %}{{ i }}{% endfor %}{% for i in (1..4) offset: continue %}{{ i }}{% endfor %}",
      "1234"),
    Printing("{% for i in (1..4) limit: 2 %}{{ i }}{% endfor %}{% include 'rest' %}", "1234"),
    Printing("{{ [''] }}{% case 1 %}{% when 1 %}{{ [''] }}{% endcase %}.", "."),
  ]

  private static let partials = [
    "stop": "a{% break %}b", "skip": "s{{ i }}{% continue %}b", "loop": "{{ forloop.index }}",
    "sets": "{% assign set = 1 %}", "reads": "{{ set }}", "row": "{{ row.b }},",
    "anew": "{{ v }}:{% assign v = 4 %}{{ w }}{% capture w %}:{{ v }}{% endcapture %}{{ w }}.",
    "count": "{{ n }}{% decrement n %}{{ n }}",
    "over": "{% for item in (1..2) %}{{ forloop.index }}{% endfor %}{{ forloop }}{{ item }}",
    "rest": "{% for i in (1..4) offset: continue %}{{ i }}{% endfor %}",
  ]

  @Test(arguments: cases)
  func printsWhatTheLanguageSays(_ printing: Printing) throws {
    var environment = Environment()
    environment.partial = { name in Self.partials[name].map { .source($0) } }
    let shape = Record.Shape(["a", "b"])
    let mixed: Value = [
      .record(Record(shape: shape, values: [0, 1])), ["b": 2],
      .record(Record(shape: Record.Shape([]), values: [])),
      .record(Record(shape: Record.Shape(["b", "c", "d"]), values: [3, 4, 5])),
    ]
    let context: Record = [
      "mixed": mixed, "l": [], "l2": [1, 2], "rows": [["a", "b"], ["c"], "text"],
    ]
    #expect(try liquid(printing.template, context, in: environment) == printing.output)
  }

  /// The page that a template appends to stays whole, also when an error comes up inside a capture.
  @Test func anErrorLeavesTheBytesAsTheyWere() throws {
    let template = try Template(
      parsing:
        "x{% capture a %}y{% ifchanged %}{{ 1 | divided_by: 0 }}{% endifchanged %}{% endcapture %}",
      name: "page.html")
    var output = Array("kept".utf8)
    #expect(throws: TemplateError.self) { try template.render([:], into: &output) }
    #expect(output == Array("kept".utf8))
  }

  /// Each byte and pair of bytes of ASCII comes out as the plain rule says.
  @Test func escapesEveryByte() {
    for first in UInt8(0)..<128 {
      for second in [UInt8(ascii: "a"), UInt8(ascii: "&"), first] {
        let text = String(decoding: [first, second], as: UTF8.self)
        let expected = text.unicodeScalars.map(Self.escaped).joined()
        #expect(Escaping.html.escaped(text) == expected)
      }
    }
    #expect(Escaping.html.escaped("\u{80}\u{9F}\u{A0}Â") == "\u{FFFD}\u{FFFD}\u{A0}Â")
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\t", "\n", "\r": String(Character(scalar))
    case "\u{7F}": "␡"
    case ..<" ": Unicode.Scalar(scalar.value + 0x2400).map { String(Character($0)) } ?? ""
    default: String(Character(scalar))
    }
  }
}
