import Configuration
import Testing

@testable import Rendering

/// What the first sentences and banners say.
struct AnswerTests {
  private static let head =
    "invoice_id,billing_profile_id,invoice_date,due_date,currency,charges,tax,total,amount_due\n"

  private static func index(_ rows: String) throws -> String {
    let pages = try TestSite([("invoices.csv", head + rows)]).rendered()
    return (pages["index.html"] ?? "").replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [
    (
      "1,b,2026-01-01,2026-01-15,EUR,5,0,5,5\n2,b,2026-01-01,2026-02-15,JPY,7,0,7,7\n",
      "The organisation owes 5.00 EUR and 7 JPY, and 5.00 EUR of that is past due."
    ),
    (
      "1,b,2026-01-01,2026-02-15,EUR,5,0,5,5\n",
      "The organisation owes 5.00 EUR; none of it is past due."
    ),
    ("1,b,2026-01-01,2026-01-15,EUR,5,0,5,0\n", "The organisation owes nothing on these invoices."),
  ])
  func theFirstSentenceSaysWhatIsOwed(rows: String, sentence: String) throws {
    #expect(try Self.index(rows).contains("<strong>\(sentence)</strong>"))
  }

  @Test(arguments: [
    ("1,1,100,100.00,EUR\n", "The total is the sum of the lines, to the last unit."),
    ("1,1,60,60.00,EUR\n", "Total and lines are 40.00 EUR apart."),
    // A line in dollars is in no sum; without it 40 euros are missing.
    ("1,1,60,60.00,EUR\n1,2,40,40.00,USD\n", "Total and lines are 40.00 EUR apart."),
    (
      "1,1,100,100.00,EUR\n1,2,40,40.00,USD\n",
      "The total is the sum of the lines, to the last unit."
    ),
    (
      "1,1,99.9996,99.9996,EUR\n",
      "Total and lines are apart by less than the smallest unit of the currency."
    ),
  ])
  func theInvoiceSaysWhetherItAddsUp(lines: String, sentence: String) throws {
    let pages = try TestSite([
      ("invoices.csv", Self.head + "1,b,2026-01-01,2026-02-15,EUR,100,0,100,100\n"),
      ("invoice_lines.csv", "invoice_id,line_number,charges,total,currency\n" + lines),
    ]).rendered()
    let page = try #require(pages["invoices/1.html"]).replacing("\u{A0}", with: " ")
    #expect(page.contains("<p>" + sentence))
  }

  @Test func whereToSettleItIsToldForEveryCloudAlsoWhenItIsNotNamed() throws {
    let pages = try TestSite([
      (
        "subscriptions.csv",
        "subscription_id,product_id,pricing_model,quantity,cloud\nS,P,per-license,1,germany\n"
          + "T,P,per-license,1,\n"
      ),
      ("licenses.csv", "subscription_id,assignee_id\nS,a@x\nS,b@x\nT,a@x\nT,b@x\n"),
    ]).rendered()
    let page = try #require(pages["findings/over-assigned.html"])
    for place in ["linkid=842054", "linkid=847745"] {
      #expect(page.contains(place), "\(place)")
    }
    #expect(!page.contains("linkid=850626"))
  }

  @Test func theBannerSaysWhichAmountsAreInQuarantine() throws {
    let rows = """
      1,b,2026-01-01,2026-01-15,EUR,"5,41",0,"5,41",1
      2,b,2026-01-01,2026-01-15,EUR,x,0,9,2.50
      3,b,2026-01-01,2026-01-15,EUR,5,0,5,5

      """
    let pages = try TestSite([("invoices.csv", Self.head + rows)]).rendered()
    for path in ["index.html", "quarantine/index.html"] {
      let page = try #require(pages[path]).replacing("\u{A0}", with: " ")
      #expect(page.contains("Amount due of invoices: 3.50 EUR"), "\(path)")
      #expect(page.contains("Total of invoices: 9.00 EUR"), "\(path)")
      #expect(
        page.contains("In 1 row of invoices no amount can be read for Charges and Total."),
        "\(path)")
      #expect(
        page.contains("In 1 row of invoices no amount can be read for Charges."), "\(path)")
      #expect(!page.contains("Tax of invoices"), "\(path)")
    }
    let page = try #require(pages["quarantine/index.html"])
    #expect(page.contains("No amount can be read for Charges and Total."))
    #expect(!page.contains("Tax 0.00"))
  }

  @Test func unitPricesHaveTheirCurrencyInTheHead() throws {
    let invoice =
      "invoice_id,billing_profile_id,invoice_date,currency,total\ninv-1,b,2026-01-01,EUR,5\n"
    let head = "invoice_id,line_number,unit_price,quantity,charges,total,currency\n"
    func page(_ lines: String) throws -> String {
      let pages = try TestSite([("invoices.csv", invoice), ("invoice_lines.csv", head + lines)])
        .rendered()
      return (pages["invoices/inv-1.html"] ?? "").replacing("\u{A0}", with: " ")
    }
    let one = try page("inv-1,1,2.5,2,5,5,EUR\n")
    #expect(one.contains("Unit price, EUR</th>") && one.contains(">2.50</td>"))
    let mixed = try page("inv-1,1,2.5,2,5,5,EUR\ninv-1,2,3,1,3,3,USD\n")
    #expect(mixed.contains("Unit price</th>"))
    #expect(mixed.contains(">2.50 EUR</td>") && mixed.contains(">3.00 USD</td>"))
  }

  @Test func creditNotesOweNothing() throws {
    let pages = try TestSite([
      (
        "invoices.csv",
        "invoice_id,billing_profile_id,document_type,invoice_date,currency,total,amount_due\n"
          + "cn-1,b,credit-note,2026-01-01,EUR,-5,-5\n"
      )
    ]).rendered()
    let page = try #require(pages["invoices/cn-1.html"])
    #expect(page.contains("Credit note cn-1"))
    #expect(!page.contains("still owed"))
  }

  @Test func theAppsAreCounted() throws {
    let pages = try TestSite([
      ("products.csv", "product_id,product_name,kind\na,A,saas-app\nb,B,isv-app\nm,M,microsoft\n"),
      (
        "subscriptions.csv",
        "subscription_id,product_id,status\n1,a,active\n2,a,active\n3,b,active\n4,m,active\n"
      ),
    ]).rendered()
    let page = try #require(pages["apps/index.html"])
    #expect(page.contains("There are 2 third-party apps with 3 subscriptions;"))
    #expect(page.contains("portal for 2 of the subscriptions, in the admin center for 1."))
  }

  @Test func anyNumberOfRowsFitsAPage() throws {
    for rows in [1, Int.max] {
      var settings = SiteSettings()
      settings.rowsPerPage = rows
      let pages = try TestSite(SmallTenant.files, settings: settings).rendered()
      #expect((pages["users/2.html"] != nil) == (rows == 1))
    }
  }
}
