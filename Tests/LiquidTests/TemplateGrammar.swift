import TestSupport

/// Templates at random, out of the whole language, over data that every one of them gets.
///
/// Left out is where our language is another on purpose (floating-point numbers) and what the date is.
struct TemplateGrammar {
  /// The data, as JSON.
  static let data = #"""
    {"a":5,"neg":-3,"s":"Hello World","html":"<b>R&D</b> \"x\"","e":"","sp":"  pad  ","t":true,
    "f":false,"n":null,"list":[3,1,2],"words":["pear","Apple","fig","apple"],"l0":[],
    "nested":[[1,[2]],[3]],"h":{"x":1,"y":{"z":"deep"}},"csv":"a,b,,c",
    "rows":[{"n":"b","v":2,"ok":true},{"n":"a","v":null,"ok":false},{"n":"C","v":10,"ok":true}]}
    """#.replacing("\n", with: " ")

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
  }

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &random) ?? ""
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  /// A template of a few parts.
  mutating func template(depth: Int = 3) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in part(depth) }.joined(
      separator: pick(["", " ", "\n", "|"]))
  }

  private mutating func part(_ depth: Int) -> String {
    let open = pick(["{%", "{%", "{%-"])
    let close = pick(["%}", "%}", "-%}"])
    func tag(_ inside: String) -> String { "\(open) \(inside) \(close)" }
    guard depth > 0 else { return output() }
    switch Int.random(in: 0...17, using: &random) {
    case 0, 1:
      return tag("if \(condition())") + template(depth: depth - 1)
        + (chance(2) ? tag("elsif \(condition())") + template(depth: depth - 1) : "")
        + (chance(2) ? tag("else") + template(depth: depth - 1) : "") + tag("endif")
    case 2:
      return tag("unless \(condition())") + template(depth: depth - 1)
        + (chance(2) ? tag("else") + "no" : "") + tag("endunless")
    case 3, 4: return loop(depth, tag)
    case 5: return tag("assign v = \(filtered())")
    case 6: return tag("capture v") + template(depth: depth - 1) + tag("endcapture")
    case 7:
      return tag("case \(value())") + tag("when \(value()), \(value())") + "first"
        + tag("when \(value()) or \(value())") + "second"
        + (chance(2) ? tag("else") + "other" : "") + tag("endcase")
    case 8: return tag("cycle \(pick(["'p', 'q'", "'g': 'p', 'q', 'r'", "1, 2, 3"]))")
    case 9: return tag("\(pick(["increment", "decrement"])) \(pick(["c", "a", "v"]))")
    case 10: return tag("comment") + " {{ x }} " + tag("endcomment")
    case 11: return "{% raw %}" + "{{ raw }} {% x %}{% endraw %}"
    case 12: return tag("echo \(filtered())")
    case 13:
      return
        "{% liquid\n assign w = \(filtered())\n if \(condition())\n echo w\n else\n echo 'else'\n endif\n%}"
    case 14:
      return tag(
        "tablerow i in \(iterable())\(pick(["", " cols: 2", " limit: 2", " cols: 2 offset: 1"]))")
        + "{{ i }}{{ tablerowloop.col }}{{ tablerowloop.last }}" + tag("endtablerow")
    case 15:
      return tag("for i in (1..3)") + tag("ifchanged") + "{{ f }}" + tag("endifchanged")
        + tag("endfor")
    default: return output()
    }
  }

  private mutating func loop(_ depth: Int, _ tag: (String) -> String) -> String {
    let options = pick([
      "", "", " limit: 2", " offset: 1", " reversed", " limit: 2 offset: 1", " reversed limit: 1",
      " offset: continue",
    ])
    let inside = pick([
      "{{ i }}", "{{ forloop.index }}", "{{ forloop.rindex0 }}{{ forloop.first }}", "{{ i.n }}",
      "{{ i | upcase }},", "{{ forloop.length }}{{ forloop.last }}",
      "{% if forloop.index0 == 1 %}{% break %}{% endif %}{{ i }}",
      "{% if forloop.first %}{% continue %}{% endif %}{{ i }}", "{{ forloop.parentloop.index }}",
    ])
    return tag("for i in \(iterable())\(options)") + inside + template(depth: depth - 1)
      + (chance(3) ? tag("else") + "none" : "") + tag("endfor")
  }

  private mutating func output() -> String {
    switch Int.random(in: 0...4, using: &random) {
    case 0: pick(["text", " ", "é\n", "{", "}}", "% }"])
    case 1: "{{- \(filtered()) -}}"
    default: "{{ \(filtered()) }}"
    }
  }

  private mutating func iterable() -> String {
    pick([
      "list", "words", "rows", "l0", "n", "h", "s", "(1..4)", "(a..7)", "(3..1)", "nested", "e",
      "(neg..1)",
    ])
  }

  private mutating func value() -> String {
    pick([
      "a", "neg", "s", "html", "e", "sp", "t", "f", "n", "list", "words", "l0", "rows", "h", "csv",
      "h.x", "h.y.z", "h['x']", "h.missing.deep", "list[0]", "list[-1]", "list[9]", "list.first",
      "words.last", "list.size", "s.size", "rows[1].n", "rows.first.v", "h['y']['z']",
      "nested[0][1]",
      "0", "1", "2", "-7", "10", "'str'", "\"q\"", "''", "true", "false", "nil",
      "i", "v", "missing", "list[h.x]", "nested[1].first", "(1..3)",
    ])
  }

  private mutating func condition() -> String {
    let one: String =
      switch Int.random(in: 0...3, using: &random) {
      case 0: value()
      case 1:
        "\(pick(["s", "words", "list", "csv", "n", "e"])) contains \(pick(["'l'", "'fig'", "1", "'a'", "a", "'World'"]))"
      default: comparison()
      }
    return chance(4) ? "\(one) \(pick(["and", "or"])) \(condition())" : one
  }

  private mutating func comparison() -> String {
    if chance(2) {
      let right = chance(4) ? "empty" : value()
      return "\(value()) \(pick(["==", "!=", "<>"])) \(right)"
    }
    let numbers = ["a", "neg", "1", "5", "-3", "h.x", "list[0]", "rows[2].v"]
    return "\(pick(numbers)) \(pick(["<", ">", "<=", ">="])) \(pick(numbers))"
  }

  private mutating func filtered() -> String {
    // Filters that select a property, and `size` of numbers, are other outside of lists.
    var text =
      chance(5)
      ? "rows | "
        + pick([
          "map: 'n'", "where: 'ok'", "where: 'n', 'a'", "sort: 'n'", "sort_natural: 'n'",
          "compact: 'v'", "uniq: 'ok'", "where: 'v'",
        ]) : value()
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      text += " | " + filter()
    }
    // Once at most: ours never escapes twice.
    if chance(10) { text += " | escape" }
    return text
  }

  private mutating func filter() -> String {
    let word = pick(["'l'", "'a'", "' '", "','", "'o W'", "''", "'é'"])
    let number = pick(["0", "1", "2", "3", "-1", "-2", "7"])
    return pick([
      "append: \(word)", "prepend: \(word)", "upcase", "downcase", "capitalize", "strip", "lstrip",
      "rstrip", "strip_newlines", "newline_to_br", "strip_html",
      "url_encode", "url_decode", "base64_encode", "first", "last", "reverse", "sort",
      "sort_natural", "uniq", "compact", "join", "join: \(word)", "split: \(word)",
      "replace: \(word), 'R'", "replace_first: \(word), 'R'", "replace_last: \(word), 'R'",
      "remove: \(word)", "remove_first: \(word)", "remove_last: \(word)", "truncate: \(number)",
      "truncate: 6, \(word)", "truncatewords: 1", "truncatewords: 2, \(word)", "slice: \(number)",
      "slice: \(number), 2", "plus: \(number)", "minus: \(number)", "times: \(number)",
      "divided_by: 2", "modulo: 3", "abs", "at_least: \(number)", "at_most: \(number)",
      "default: \(word)", "default: 'd', allow_false: true", "concat: list",
    ])
  }
}
