import BillingModel
import CalendarDates
import Ingest
import TestSupport
import Testing

/// How old a file is: its newest day up to the report date, whatever else stands in its columns of days.
struct NewestDateTests {
  private static let asOf = 20_484

  private static func newest(_ days: [Int], _ line: (Int) -> String) -> CalendarDate? {
    let text = "user_principal_name,created_on,last_sign_in_on\n" + days.map(line).joined()
    let result = InMemoryIngest.read(
      [("users.csv", text)], asOf: CalendarDate(days: Int32(asOf)))
    return result.dataset.files[0].newestDate
  }

  @Test(arguments: UInt64(1)...20)
  func isTheLargestDayThatDoesNotLieAhead(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    // Some of the files have only days that lie ahead, or before 1970, or none.
    let range = [-900 ... -1, -5...30_000, 20_000...20_600, 20_485...20_700][Int(seed % 4)]
    let days = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
      Int.random(in: range, using: &random)
    }
    let found = Self.newest(days) { day in
      "u\(day)@x,\(seed % 5 == 0 ? "" : CalendarDate(days: Int32(day)).description),\n"
    }
    let expected = seed % 5 == 0 ? nil : days.filter { $0 <= Self.asOf }.max()
    #expect(found == expected.map { CalendarDate(days: Int32($0)) }, "\(range)")
  }
}
