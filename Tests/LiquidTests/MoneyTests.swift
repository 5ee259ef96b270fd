import ExactNumbers
import Liquid
import Testing

/// Amounts of money stay exact and never mix currencies.
struct MoneyTests {
  static func money(_ digits: String, _ code: String) throws -> Value {
    .money(Money(try #require(ExactDecimal(digits)), try #require(Currency(code))))
  }

  static func context() throws -> Record {
    [
      "eur": try money("12.50", "EUR"), "usd": try money("2", "USD"),
      "mixed": .list([try money("1", "USD"), try money("2", "EUR"), try money("3.5", "USD")]),
      "rows": .list([
        ["cost": try money("1.1", "EUR")], ["cost": nil], ["cost": try money("2.2", "EUR")],
      ]),
    ]
  }

  static let printings = [
    Printing("{{ eur }} {{ eur.amount }} {{ eur.currency }}", "12.5 EUR 12.5 EUR"),
    Printing("{{ eur | times: 3 }} {{ eur | plus: eur }}", "37.5 EUR 25 EUR"),
    Printing("{{ eur | divided_by: 3 }}", "4.166666666666666667 EUR"),
    Printing("{{ eur | divided_by: eur }}", "1.0"),
    Printing(
      "{{ eur | round }} {{ usd | at_least: 100 }} {{ eur | minus: eur | abs }}",
      "13 EUR 100 USD 0 EUR"),
    Printing("{{ mixed | sum }}", "2 EUR, 4.5 USD"),
    Printing("{{ rows | sum: 'cost' }}", "3.3 EUR"),
    Printing(
      "{% assign s = mixed | sum %}{% for m in s %}{{ m.currency }};{% endfor %}{{ s.size }}",
      "EUR;USD;2"),
    Printing("{% if eur > 0 and eur == 12.5 %}T{% endif %}", "T"),
    Printing("{{ eur | json }}", #"{"amount":"12.5","currency":"EUR"}"#),
  ]

  @Test(arguments: printings)
  func calculates(_ printing: Printing) throws {
    #expect(try liquid(printing.template, try Self.context()) == printing.output)
  }

  static let refusals = [
    Printing("{{ eur | plus: usd }}", "'plus': amounts of EUR and USD do not go together"),
    Printing("{{ eur | plus: 1 }}", "'plus': expected an amount of money, found a number"),
    Printing("{{ eur | times: eur }}", "'times': expected a number, found an amount of money"),
    Printing(
      "{{ 5 | divided_by: eur }}", "'divided_by': expected a number, found an amount of money"),
    Printing("{% if eur > usd %}{% endif %}", "'>': amounts of EUR and USD do not go together"),
    Printing("{{ mixed | sort }}", "'sort': amounts of EUR and USD do not go together"),
  ]

  @Test(arguments: refusals)
  func refuses(_ printing: Printing) throws {
    let error = try #require(liquidError(printing.template, try Self.context()))
    #expect(error.message == printing.output)
  }
}
