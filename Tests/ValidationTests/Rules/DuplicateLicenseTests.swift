import Testing
import Validation

@Suite struct DuplicateLicenseTests {
  private func told(_ subscriptions: String, _ assignments: String, _ more: String = "") throws
    -> [Told]
  {
    let sample = """
      -- subscriptions.csv
      subscription_id,product_id,product_name,status
      \(subscriptions)
      -- license_assignments.csv
      subscription_id,assignee_id,assignee_kind,assigned_on
      \(assignments)

      """
    return try Checking(sample + more).told(.duplicateLicense)
  }

  static let three = "S-3,P-1,Teams,active\nS-1,P-1,Teams,expired\nS-2,P-1,Teams,"

  @Test func theLicenceAssignedFirstIsKept() throws {
    #expect(
      try told(
        Self.three,
        "S-1,ana@x.example,,2026-01-03\nS-2,Ana@x.example,,2026-01-01\nS-3,ana@x.example,,2026-01-02"
      )
        == [
          Told(
            rule: "duplicate-license", place: "license_assignments:2:assignee_id",
            subject: "license S-1/ana@x.example",
            message: "ana@x.example holds Teams through S-1 and already through S-2"),
          Told(
            rule: "duplicate-license", place: "license_assignments:4:assignee_id",
            subject: "license S-3/ana@x.example",
            message: "ana@x.example holds Teams through S-3 and already through S-2"),
        ])
  }

  @Test func aLicenceWithoutADateComesLastAndThenTheIdDecides() throws {
    #expect(
      try told(Self.three, "S-1,ana@x.example,,\nS-3,ana@x.example,,2026-01-02").map(\.subject)
        == ["license S-1/ana@x.example"])
    #expect(
      try told(Self.three, "S-3,ana@x.example,,\nS-2,ana@x.example,,").map(\.subject)
        == ["license S-3/ana@x.example"])
    #expect(
      try told(Self.three, "S-3,ana@x.example,,2026-01-02\nS-1,ana@x.example,,2026-01-02").map(
        \.subject) == ["license S-3/ana@x.example"])
  }

  @Test func theEarliestRowOfALicenceCounts() throws {
    #expect(
      try told(
        Self.three,
        "S-1,ana@x.example,,2026-01-05\nS-2,ana@x.example,,2026-01-03\nS-1,ana@x.example,,2026-01-01"
      ).map(\.subject) == ["license S-2/ana@x.example"])
  }

  @Test func onlySubscriptionsInUseCount() throws {
    for status in ["disabled", "deleted", "pending"] {
      #expect(
        try told(
          "S-1,P-1,Teams,active\nS-2,P-1,Teams,\(status)",
          "S-1,ana@x.example,,\nS-2,ana@x.example,,"
        ).isEmpty)
    }
  }

  @Test func peopleHoldThroughGroupsButUnknownGroupsHoldNothingTwice() throws {
    let assignments =
      "S-1,ana@x.example,user,2026-01-01\nS-2,g1,group,2026-01-02\nS-3,g1,group,2026-01-03"
    #expect(try told(Self.three, assignments).isEmpty)
    let members =
      "-- group_members.csv\ngroup_id,user_principal_name\ng1,ana@x.example\ng1,bo@x.example\n"
    #expect(
      try told(Self.three, assignments, members) == [
        duplicate(3, "S-2", "ana", "S-1"), duplicate(4, "S-3", "ana", "S-1"),
        duplicate(4, "S-3", "bo", "S-2"),
      ])
  }

  @Test func anotherProductIsNoDuplicate() throws {
    #expect(
      try told(
        "S-1,P-1,Teams,active\nS-2,P-2,Teams,active", "S-1,ana@x.example,,\nS-2,ana@x.example,,"
      ).isEmpty)
  }

  private func duplicate(_ line: Int, _ id: String, _ person: String, _ kept: String) -> Told {
    Told(
      rule: "duplicate-license", place: "license_assignments:\(line):assignee_id",
      subject: "license \(id)/\(person)@x.example",
      message: "\(person)@x.example holds Teams through \(id) and already through \(kept)")
  }
}
