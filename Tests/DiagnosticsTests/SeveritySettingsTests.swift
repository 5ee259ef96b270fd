import Diagnostics
import Testing

@Suite struct SeveritySettingsTests {
  static let rule = RuleID("over-assigned")

  @Test func aDomainRuleIsRaisedAndLowered() {
    #expect(SeveritySettings().severity(of: Self.rule, original: .warning) == .warning)
    for severity in Severity.allCases {
      let settings = SeveritySettings([Self.rule: severity])
      #expect(settings.severity(of: Self.rule, original: .warning) == severity)
      #expect(settings.severity(of: RuleID("other"), original: .note) == .note)
    }
  }

  @Test func readingIsNeverLowered() {
    let lowered = SeveritySettings([Self.rule: .note])
    #expect(lowered.severity(of: Self.rule, original: .error) == .error)
    #expect(lowered.severity(ofReading: Self.rule, original: .warning) == .warning)
    let raised = SeveritySettings([Self.rule: .error])
    #expect(raised.severity(ofReading: Self.rule, original: .warning) == .error)
  }
}
