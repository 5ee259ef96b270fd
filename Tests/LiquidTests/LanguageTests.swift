import ExactNumbers
import Liquid
import Testing

/// What the language does beyond the conformance cases. Checked against the reference's source.
struct LanguageTests {
  static let context: Record = [
    "list": ["x", "y", 3], "none": nil,
    "half": .decimal(ExactDecimal(mantissa: 25, decimals: 1) ?? .zero),
    "record": ["k": 1, "l": ["z", nil]],
    "rows": [
      ["name": "b", "cost": 2], ["name": "a", "cost": 10], ["name": "C", "cost": nil],
    ],
  ]

  static let printings = [
    Printing("{{ record }}", #"{"k"=>1, "l"=>["z", nil]}"#),
    Printing("{{ list }}{{ none }}{{ (1..3) }}", "xy31..3"),
    Printing("{% if true or false and false %}T{% endif %}", "T"),
    Printing("{% if false and true or true %}T{% else %}F{% endif %}", "F"),
    Printing("{{ list[-1] }}{{ list[9] }}{{ list.size }}{{ list['size'] }}", "33"),
    Printing(
      "{% for i in (1..9) limit: 2 %}{{ i }}{% endfor %}-{% for i in (1..9) offset: continue limit: 2 %}{{ i }}{% endfor %}",
      "12-34"),
    Printing(
      "{% for i in (1..3) reversed %}{{ i }}{{ forloop.rindex0 }}{{ forloop.first }} {% endfor %}",
      "32true 21false 10false "),
    Printing("{% for p in record %}{{ p[0] }}{{ forloop.length }}{% endfor %}", "k2l2"),
    Printing("{% for i in none %}{{ i }}{% else %}nothing{% endfor %}", "nothing"),
    Printing(
      "{% for i in list %}{% for j in list %}{{ forloop.parentloop.index }}{% break %}{% endfor %}{% endfor %}",
      "123"),
    Printing("a{% break %}b", "a"),
    Printing("{% capture c %} {{ 1 }} {% endcapture %}[{{ c | strip }}]", "[1]"),
    Printing("{%- raw -%}  {{ a }} {%- endraw -%}  x", "{{ a }}x"),
    Printing("a  {%- comment %} {% if %} {{ {% endcomment -%}  b", "ab"),
    Printing(
      "{% liquid\n assign q = 5\n if q == 5\n echo 'five'\n endif\n comment\n echo 1\n endcomment\n # no %}!",
      "five!"),
    Printing("{{ 'a}b' }}", "a}b"),
    Printing("{% case 2 %}{% when 1 or 2 %}x{% else %}y{% endcase %}", "x"),
    Printing("{{ '' | default: 'd' }}{{ false | default: 'd', allow_false: true }}", "dfalse"),
    Printing("{{ 'a,b,,c,,' | split: ',' | join: '|' }}", "a|b||c"),
    Printing("{{ 'äöü' | size }}{{ 'äöü' | slice: -2, 1 }}{{ 'äöü' | upcase }}", "3öÄÖÜ"),
    Printing("{{ 'hELLO' | capitalize }}", "Hello"),
    Printing("{{ rows | map: 'name' | join: ',' }} {{ rows | sum: 'cost' }}", "b,a,C 12"),
    Printing("{{ rows | sort: 'name' | map: 'name' | join }}", "C a b"),
    Printing("{{ rows | sort_natural: 'name' | map: 'name' | join }}", "a b C"),
    Printing("{{ rows | sort: 'cost' | map: 'name' | join }}", "b a C"),
    Printing(
      "{{ rows | where: 'cost', 10 | map: 'name' }}{{ rows | find_index: 'name', 'C' }}", "a2"),
    Printing("{{ list | reverse | join }} {{ list | concat: list | uniq | size }}", "3 y x 3"),
    Printing("{{ 'a b&c/é~*' | url_encode }}", "a+b%26c%2F%C3%A9~%2A"),
    Printing("{{ 'a+b%26c%C3%A9' | url_decode }}", "a b&cé"),
    Printing(
      "{{ '<&\"' | escape }} {{ '&lt; & &#39; &x' | escape_once }}",
      "&lt;&amp;&quot; &lt; &amp; &#39; &amp;x"),
    Printing("{{ 'éa' | base64_encode }}{{ 'w6lh' | base64_decode }}", "w6lhéa"),
    Printing("{{ record | json }}{{ '</a>' | json }}", #"{"k":1,"l":["z",null]}"\u003c/a\u003e""#),
    Printing("{{ '<!-- x --><script>y</script>a<b>c</b> < d' | strip_html }}", "ac < d"),
    Printing("{% increment n %}{% increment n %}{{ n }}{% decrement n %}", "0121"),
    Printing(
      "{% tablerow i in (1..3) cols: 2 %}{{ i }}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n"
    ),
    Printing("{% assign x = 'a' %}{% if x contains 'a' and list contains 3 %}T{% endif %}", "T"),
    Printing("{{ 'aaa' | replace_last: 'a', 'b' }}{{ 'aaa' | remove_first: 'a' }}", "aabaa"),
  ]

  @Test(arguments: printings)
  func prints(_ printing: Printing) throws {
    #expect(try liquid(printing.template, Self.context) == printing.output)
  }

  static let numbers = [
    Printing("{{ 7 | divided_by: 2 }} {{ -7 | divided_by: 2 }} {{ -7 | modulo: 3 }}", "3 -4 2"),
    Printing(
      "{{ 20 | divided_by: 7.0 }} {{ 10.0 | divided_by: 3 }}",
      "2.857142857142857 3.3333333333333335"),
    Printing("{{ 9.0 | divided_by: 2 }} {{ 7.5 | modulo: -2 }}", "4.5 -0.5"),
    Printing("{{ 0.1 | plus: 0.2 }} {{ 5 | times: 1.0 }} {{ 3 | minus: 1.5 }}", "0.3 5.0 1.5"),
    Printing("{{ '12abc' | plus: 1 }} {{ ' 3 ' | plus: 1 }} {{ '1.50' | plus: 0 }}", "13 4 1.5"),
    Printing(
      "{{ 2.5 | round }} {{ -2.5 | round }} {{ 1.005 | round: 2 }} {{ 1250 | round: -2 }}",
      "3 -3 1.01 1300"),
    Printing("{{ -2.1 | ceil }} {{ -2.1 | floor }} {{ 2.1 | ceil }} {{ '-3' | abs }}", "-2 -3 3 3"),
    Printing("{{ 3 | at_least: 4.5 }} {{ 3 | at_most: 4.5 }}", "4.5 3"),
    Printing(
      "{{ 123456789012345678.123456789012345678 }}", "123456789012345678.123456789012345678"),
    Printing("{% if 1 == 1.0 and 2 > 1.5 %}T{% endif %}", "T"),
  ]

  @Test(arguments: numbers)
  func calculates(_ printing: Printing) throws {
    #expect(try liquid(printing.template) == printing.output)
  }

  @Test func resultsOutOfRangeAreErrors() throws {
    for expression in [
      "9223372036854775807 | plus: 1", "9223372036854775807 | times: 2",
      "-9223372036854775807 | minus: 2", "100000000000000000000.5 | times: 2",
    ] {
      let error = try #require(liquidError("{{ \(expression) }}"))
      #expect(error.message.hasSuffix("the result is out of the range of numbers"))
    }
  }

  @Test func valuesOnlyPrintWhatTheTemplateAsksFor() throws {
    let asked = Record(shape: .init(["a", "b", "c"])) { place in
      place == 1 ? "yes" : .text("never asked \(place)")
    }
    #expect(try liquid("{{ row.b }}", ["row": .record(asked)]) == "yes")
  }

  @Test func outputIsAppendedAndRestoredAfterAnError() throws {
    var output = Array("before ".utf8)
    try Template(parsing: "{{ a }}", name: "t").render(["a": 1], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before 1")
    let broken = try Template(parsing: "x{{ 1 | divided_by: 0 }}", name: "t")
    #expect(throws: TemplateError.self) { try broken.render([:], into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "before 1")
  }
}
